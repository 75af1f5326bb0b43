/**
 * The two-week promise: a clock that starts on receipt, keeps to a working calendar, stands still
 * only with a reason that whoever waits can read, and reminds the committee in office hours.
 */
@NullMarked
@NamedInterface("clock")
package eu.metacluster.screening.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
