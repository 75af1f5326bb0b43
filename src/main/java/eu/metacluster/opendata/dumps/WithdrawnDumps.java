package eu.metacluster.opendata.dumps;

import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Follower;
import eu.metacluster.opendata.items.Items;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Withdraws the versions that name a person who was struck from a public record: a file that
 * everybody can take along is the last place where the name may stay. The next version is made at
 * night, as always.
 */
@Component
class WithdrawnDumps implements Follower {

  private static final String REWORDED = "grid.record-reworded";

  private final Dumps dumps;
  private final Items items;

  WithdrawnDumps(Dumps dumps, Items items) {
    this.dumps = dumps;
    this.items = items;
  }

  @Override
  public String name() {
    return "opendata.dumps";
  }

  @Override
  public void follow(List<Entry> entries) {
    entries.stream()
        .filter(entry -> entry.kind().equals(REWORDED))
        .filter(entry -> items.find(Objects.requireNonNull(entry.subject())).isPresent())
        .forEach(entry -> dumps.withdraw(entry.at()));
  }

  @Override
  public void forget() {
    // what is withdrawn stays withdrawn
  }
}
