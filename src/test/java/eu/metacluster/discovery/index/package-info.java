/** Tests of the search index. */
@NullMarked
package eu.metacluster.discovery.index;

import org.jspecify.annotations.NullMarked;
