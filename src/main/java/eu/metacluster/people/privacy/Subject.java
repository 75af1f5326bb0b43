package eu.metacluster.people.privacy;

import eu.metacluster.shared.PersonWords;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person whose data it is about.
 *
 * @param account {@code null} when the person has none and is known by the address only
 * @param email in lower case
 * @param names as the person is called here, by themselves
 */
public record Subject(@Nullable UUID account, String email, Set<String> names) {

  /** What names this person in texts of others. */
  public PersonWords words() {
    return PersonWords.of(email, names);
  }
}
