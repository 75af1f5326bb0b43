package eu.metacluster.screening.deciding;

import eu.metacluster.people.People;
import eu.metacluster.platform.Role;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What to call the people of the committee on its own pages, and how many they are. */
@Component
public class Reviewers {

  private final People people;

  Reviewers(People people) {
    this.people = people;
  }

  /** Names by account; an account that is gone has none. */
  public Map<UUID, String> names(Collection<UUID> accounts) {
    return people.names(accounts);
  }

  /** Everybody who can decide now, by account. */
  public Map<UUID, String> all() {
    return people.holding(Role.COMMITTEE);
  }

  /** How many people can decide. */
  public int count() {
    return people.count(Role.COMMITTEE);
  }
}
