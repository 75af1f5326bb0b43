package eu.metacluster.journal.page;

import eu.metacluster.journal.Entry;
import eu.metacluster.journal.EntryFilter;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.SubjectLinks;
import eu.metacluster.journal.SubjectLinks.SubjectLink;
import eu.metacluster.platform.web.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** One page of the list, by place in the chain, so that it does not move while entries come in. */
@Component
class Lines {

  static final int SIZE = 50;

  private final Journal journal;
  private final ObjectProvider<SubjectLinks> links;

  Lines(Journal journal, ObjectProvider<SubjectLinks> links) {
    this.journal = journal;
    this.links = links;
  }

  /** Entries with what lies beyond both ends of them. */
  record Slice(List<Entry> entries, boolean above, boolean below) {}

  /** Entries below {@code before}, or above {@code after}; from the newest when both are null. */
  Slice slice(EntryFilter filter, @Nullable Long before, @Nullable Long after) {
    if (after != null) {
      List<Entry> found = journal.newer(filter, after, SIZE + 1);
      return new Slice(firstOf(found).reversed(), found.size() > SIZE, true);
    }
    List<Entry> found = journal.older(filter, before == null ? Long.MAX_VALUE : before, SIZE + 1);
    return new Slice(firstOf(found), before != null, found.size() > SIZE);
  }

  private static List<Entry> firstOf(List<Entry> found) {
    return found.subList(0, Math.min(SIZE, found.size()));
  }

  List<Line> lines(Page page, List<Entry> entries) {
    Map<UUID, SubjectLink> known = known(entries);
    return entries.stream()
        .map(
            entry ->
                new Line(
                    entry,
                    Sentences.of(page, entry),
                    known.get(entry.subject()),
                    known.get(entry.actor())))
        .toList();
  }

  private Map<UUID, SubjectLink> known(List<Entry> entries) {
    Set<UUID> ids =
        entries.stream()
            .flatMap(entry -> Stream.of(entry.subject(), entry.actor()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<UUID, SubjectLink> known = new HashMap<>();
    links.forEach(module -> known.putAll(module.links(ids)));
    return known;
  }
}
