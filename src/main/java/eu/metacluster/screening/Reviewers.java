package eu.metacluster.screening;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What to call the people of the committee on its own pages. */
@Component
class Reviewers {

  /** Names by account; an account that is gone has none. */
  Map<UUID, String> names(Collection<UUID> accounts) {
    return Map.of();
  }

  /** How many people can decide. */
  int count() {
    return 1;
  }
}
