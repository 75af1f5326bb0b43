/** Tests of the pages for topics. */
@NullMarked
package eu.metacluster.discovery.topics;

import org.jspecify.annotations.NullMarked;
