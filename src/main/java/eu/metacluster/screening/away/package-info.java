/** Who of the committee is away on which days, and who stands in. */
@NullMarked
package eu.metacluster.screening.away;

import org.jspecify.annotations.NullMarked;
