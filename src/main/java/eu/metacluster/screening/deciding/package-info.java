/**
 * How the committee decides: criteria, votes, what they come to, what a decision does to the
 * records, and taking it back.
 */
@NullMarked
package eu.metacluster.screening.deciding;

import org.jspecify.annotations.NullMarked;
