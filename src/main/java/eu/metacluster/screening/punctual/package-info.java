/** The pages about the two-week promise: how it is kept, and the calendar that it keeps to. */
@NullMarked
package eu.metacluster.screening.punctual;

import org.jspecify.annotations.NullMarked;
