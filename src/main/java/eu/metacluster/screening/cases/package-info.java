/**
 * What the committee decides on: a case for each candidate or group of look-alikes, opened, read by
 * the model and closed as the grid's entries come in.
 */
@NullMarked
@NamedInterface("cases")
package eu.metacluster.screening.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
