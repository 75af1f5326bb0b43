/** What comes back to people by itself: reminders, and the question whether it is still true. */
@NullMarked
package eu.metacluster.intake.renewal;

import org.jspecify.annotations.NullMarked;
