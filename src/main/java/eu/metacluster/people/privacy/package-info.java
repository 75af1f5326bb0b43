/**
 * What the house does with what it knows about people: consents with their proof, a person's own
 * data to take along or to have erased, how long things are kept, and the records of processing.
 */
@NullMarked
@NamedInterface("privacy")
package eu.metacluster.people.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
