/** A public record as the roads tell it, whatever form they give it. */
@NullMarked
package eu.metacluster.opendata.described;

import org.jspecify.annotations.NullMarked;
