/**
 * The cases in the order in which they are most useful to read, what comes after one, and how far
 * the committee has come.
 */
@NullMarked
package eu.metacluster.screening.queue;

import org.jspecify.annotations.NullMarked;
