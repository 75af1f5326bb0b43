/** The one set that all roads give: what may be taken along of each public record, as one item. */
@NullMarked
package eu.metacluster.opendata.items;

import org.jspecify.annotations.NullMarked;
