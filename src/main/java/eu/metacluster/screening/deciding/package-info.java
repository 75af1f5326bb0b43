/**
 * How the committee decides: criteria, votes, what they come to, what a decision does to the
 * records, and taking it back.
 */
@NullMarked
@NamedInterface("deciding")
package eu.metacluster.screening.deciding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
