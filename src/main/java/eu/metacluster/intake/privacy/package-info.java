/** What the way in holds about the people who used it. */
@NullMarked
package eu.metacluster.intake.privacy;

import org.jspecify.annotations.NullMarked;
