/** Submissions: what was given, by whom, and how it becomes a candidate on the grid. */
@NullMarked
package eu.metacluster.intake.receiving;

import org.jspecify.annotations.NullMarked;
