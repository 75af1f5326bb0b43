package eu.metacluster.screening.review;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Records;
import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Journal;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which records of a case were put together, taken apart and merged, when and by whom. */
@Component
class GroupingHistory {

  private static final int ENTRIES = 200;
  private static final int MEMBERS = 20;
  private static final String SPLIT = "screening.look-alike-split";
  private static final String JOINED = "screening.look-alike-joined";

  private final Journal journal;
  private final Cases cases;
  private final Records records;

  GroupingHistory(Journal journal, Cases cases, Records records) {
    this.journal = journal;
    this.cases = cases;
    this.records = records;
  }

  /** In no order. */
  List<Happening> of(CaseFile file) {
    List<Happening> told = new ArrayList<>();
    Map<Entry, UUID> about = new LinkedHashMap<>();
    for (Entry entry : journal.history(file.id(), ENTRIES)) {
      if (entry.kind().equals(JOINED)) {
        told.add(joined(file, entry));
      } else if (entry.kind().equals(SPLIT)) {
        about.put(entry, UUID.fromString(entry.json().path("record").asString()));
      }
    }
    cases.members(file).stream().limit(MEMBERS).forEach(member -> merges(member, about));
    Map<UUID, GridRecord> named =
        about.isEmpty() ? Map.of() : records.all(Set.copyOf(about.values()));
    about.forEach((entry, id) -> told.add(told(entry, named.get(id))));
    return told;
  }

  private void merges(UUID member, Map<Entry, UUID> about) {
    for (Entry entry : journal.history(member, ENTRIES)) {
      String other =
          entry.json().path("merged").asString(entry.json().path("unmerged").asString(""));
      if (entry.kind().equals("grid.record-changed") && !other.isEmpty()) {
        about.put(entry, UUID.fromString(other));
      }
    }
  }

  private static Happening told(Entry entry, @Nullable GridRecord record) {
    String what =
        entry.kind().equals(SPLIT) ? "split" : entry.json().has("merged") ? "merged" : "unmerged";
    String which = record == null ? "" : record.handle() + " " + record.label();
    return new Happening(entry.at(), what, entry.actor(), null, null, which, 0);
  }

  private static Happening joined(CaseFile file, Entry entry) {
    String from = entry.json().path("from").asString("");
    boolean ended = from.equals(file.handle());
    String other = ended ? entry.json().path("to").asString("") : from;
    String what = ended ? "joinedInto" : "joined";
    return new Happening(entry.at(), what, entry.actor(), null, null, other, 0);
  }
}
