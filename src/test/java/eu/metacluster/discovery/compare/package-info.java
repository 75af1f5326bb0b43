/** Tests of the pages for comparisons. */
@NullMarked
package eu.metacluster.discovery.compare;

import org.jspecify.annotations.NullMarked;
