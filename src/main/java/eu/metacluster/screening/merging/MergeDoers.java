package eu.metacluster.screening.merging;

import eu.metacluster.grid.MergeView;
import eu.metacluster.journal.Entry;
import eu.metacluster.journal.EntryFilter;
import eu.metacluster.journal.Journal;
import eu.metacluster.people.People;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds in the journal who merged records and who took merges back. */
@Component
class MergeDoers {

  private static final String MERGED = "grid.record-merged";
  private static final String UNMERGED = "grid.record-unmerged";

  private final Journal journal;
  private final People people;

  MergeDoers(Journal journal, People people) {
    this.journal = journal;
    this.people = people;
  }

  /** Two records, of which one went. */
  private record Pair(@Nullable UUID from, String into) {}

  /** What happened to each pair, the newest first. */
  private record Past(Map<Pair, Deque<Entry>> entries) {

    @Nullable Entry next(MergeView merge) {
      Pair pair = new Pair(merge.from().id(), merge.into().id().toString());
      Deque<Entry> left = entries.get(pair);
      return left == null ? null : left.poll();
    }
  }

  /**
   * @param merges the newest, newest first, none of them left out
   */
  List<ToldMerge> told(List<MergeView> merges) {
    Past merged = past(MERGED, merges.size());
    Past unmerged = past(UNMERGED, merges.size());
    Map<UUID, UUID> doers = new HashMap<>();
    Map<UUID, UUID> undoers = new HashMap<>();
    for (MergeView merge : merges) {
      note(doers, merge, merged.next(merge));
      if (merge.undoneAt() != null) {
        note(undoers, merge, unmerged.next(merge));
      }
    }
    Map<UUID, String> names =
        people.names(
            Stream.concat(doers.values().stream(), undoers.values().stream()).distinct().toList());
    return merges.stream()
        .map(
            merge ->
                new ToldMerge(
                    merge,
                    name(names, doers.get(merge.id())),
                    name(names, undoers.get(merge.id()))))
        .toList();
  }

  private Past past(String kind, int most) {
    Map<Pair, Deque<Entry>> past = new HashMap<>();
    EntryFilter filter = new EntryFilter(kind, null, null, null, null);
    for (Entry entry : journal.older(filter, Long.MAX_VALUE, Math.max(1, most))) {
      Pair pair = new Pair(entry.subject(), entry.json().path("into").asString(""));
      past.computeIfAbsent(pair, other -> new ArrayDeque<>()).add(entry);
    }
    return new Past(past);
  }

  private static void note(Map<UUID, UUID> doers, MergeView merge, @Nullable Entry entry) {
    UUID actor = entry == null ? null : entry.actor();
    if (actor != null) {
      doers.put(merge.id(), actor);
    }
  }

  private static @Nullable String name(Map<UUID, String> names, @Nullable UUID account) {
    return account == null ? null : names.get(account);
  }
}
