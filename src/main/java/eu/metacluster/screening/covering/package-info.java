/** Standing in: a member who is away hands cases and reminders to another, and gets them back. */
@NullMarked
package eu.metacluster.screening.covering;

import org.jspecify.annotations.NullMarked;
