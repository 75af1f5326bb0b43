/** What the committee sees of the people behind what it decides on. */
@NullMarked
package eu.metacluster.intake.committee;

import org.jspecify.annotations.NullMarked;
