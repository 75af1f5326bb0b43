/**
 * The queue that learns: which text to read next, given the decisions so far, how many relevant
 * ones are probably still unread, and what would have been read, saved and missed on a set that is
 * already decided. Knows texts and decisions only, neither cases nor the database.
 */
@NullMarked
package eu.metacluster.screening.learning;

import org.jspecify.annotations.NullMarked;
