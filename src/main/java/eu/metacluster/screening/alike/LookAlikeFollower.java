package eu.metacluster.screening.alike;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Follower;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notes which kinds of records are to be linked again, and which suggestions are settled. */
@Component
class LookAlikeFollower implements Follower {

  private static final Set<String> CHANGING =
      Set.of(
          "grid.record-opened",
          "grid.record-changed",
          "grid.record-reworded",
          "grid.record-merged",
          "grid.record-unmerged");

  private final Records records;
  private final LinkageState state;
  private final Suggestions suggestions;

  LookAlikeFollower(Records records, LinkageState state, Suggestions suggestions) {
    this.records = records;
    this.state = state;
    this.suggestions = suggestions;
  }

  @Override
  public String name() {
    return "screening.look-alikes";
  }

  @Override
  public void follow(List<Entry> entries) {
    Set<UUID> touched = new HashSet<>();
    Set<UUID> changed = new HashSet<>();
    for (Entry entry : entries) {
      UUID subject = entry.subject();
      if (subject != null && entry.kind().startsWith("grid.record-")) {
        touched.add(subject);
        if (CHANGING.contains(entry.kind()) || returns(entry)) {
          changed.add(subject);
        }
      }
    }
    if (touched.isEmpty()) {
      return;
    }
    Map<UUID, GridRecord> current = records.all(touched);
    Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
    current.values().stream()
        .filter(record -> changed.contains(record.id()) && Compared.of(record.kind()) != null)
        .forEach(record -> kinds.add(record.kind()));
    state.changed(kinds);
    suggestions.refresh(touched);
  }

  /** A withdrawn record is not compared; one that comes back is. */
  private static boolean returns(Entry entry) {
    return entry.kind().equals("grid.record-moved")
        && entry.json().path("from").asString("").equals(RecordState.WITHDRAWN.word());
  }

  /** What persons said stays; the rest is found again. */
  @Override
  public void forget() {
    state.forget();
    suggestions.forget();
  }
}
