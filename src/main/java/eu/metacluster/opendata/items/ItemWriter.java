package eu.metacluster.opendata.items;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.OpenRecord;
import eu.metacluster.grid.OpenRecords;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.grid.Sources;
import eu.metacluster.harvest.Origins;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the items of records as they are now, within the transaction of the follower. */
@Component
class ItemWriter {

  private static final int PIECE = 500;

  private final OpenRecords open;
  private final Records records;
  private final Sources sources;
  private final ItemRows rows;
  private final Origins origins;
  private final JsonMapper json;

  ItemWriter(
      OpenRecords open,
      Records records,
      Sources sources,
      ItemRows rows,
      Origins origins,
      JsonMapper json) {
    this.origins = origins;
    this.open = open;
    this.records = records;
    this.sources = sources;
    this.rows = rows;
    this.json = json;
  }

  Batch batch(Set<UUID> oncePublic) {
    rows.begin();
    return new Batch(oncePublic);
  }

  void distrust() {
    rows.distrust();
  }

  /** One batch of entries. */
  final class Batch {

    private final Set<UUID> oncePublic;
    private final Set<UUID> written = new HashSet<>();
    private final Set<UUID> renamed = new LinkedHashSet<>();
    private Map<Long, ItemSource> terms;
    private long position;
    private long latest;

    Batch(Set<UUID> oncePublic) {
      this.oncePublic = oncePublic;
      this.terms = byId(rows.sources());
      this.position = rows.position();
    }

    /** Takes in what changed in the terms of sources; returns the records to be written for it. */
    Set<UUID> takeInTerms() {
      Map<Long, ItemSource> now = byId(sources.terms().stream().map(ItemSource::of).toList());
      Set<UUID> concerned = new LinkedHashSet<>();
      now.forEach(
          (id, source) -> {
            if (!source.equals(terms.get(id))) {
              rows.write(source);
              concerned.addAll(open.statedBy(id));
            }
          });
      boolean first = terms.isEmpty();
      terms = now;
      // at the very beginning every record comes by anyway
      return first ? Set.of() : concerned;
    }

    /** Writes the items of these records, and of those that repeat what changed in them. */
    void write(Map<UUID, Long> subjects) {
      latest = subjects.values().stream().mapToLong(Long::longValue).max().orElse(0);
      if (terms.isEmpty() && !subjects.isEmpty()) {
        takeInTerms();
      }
      pieces(subjects.keySet(), subjects);
      Set<UUID> naming = new LinkedHashSet<>();
      for (List<UUID> piece : split(renamed)) {
        naming.addAll(open.namingAny(piece));
      }
      naming.removeAll(written);
      pieces(rows.live(naming), Map.of());
    }

    private void pieces(Collection<UUID> ids, Map<UUID, Long> seqs) {
      for (List<UUID> piece : split(ids)) {
        piece(piece, seqs);
      }
    }

    private void piece(List<UUID> ids, Map<UUID, Long> seqs) {
      Map<UUID, OpenRecord> found = open.of(ids);
      Map<UUID, ItemRows.Known> known = rows.known(ids);
      addTerms(found.values());
      Map<Boolean, List<UUID>> organisations =
          ids.stream()
              .collect(
                  Collectors.partitioningBy(
                      id -> kindOf(found.get(id)) == RecordKind.ORGANISATION));
      // what others name comes first, so that they find its name
      put(organisations.getOrDefault(true, List.of()), seqs, found, known);
      List<UUID> others = organisations.getOrDefault(false, List.of());
      ensure(others, found, seqs);
      put(others, seqs, found, known);
    }

    /** A source may be registered and state something before anybody changes its terms. */
    private void addTerms(Collection<OpenRecord> found) {
      boolean unknown =
          found.stream()
              .flatMap(record -> record.claims().stream())
              .anyMatch(claim -> !terms.containsKey(claim.source()));
      if (unknown) {
        takeInTerms();
      }
    }

    private static @Nullable RecordKind kindOf(@Nullable OpenRecord record) {
      return record == null ? null : record.record().kind();
    }

    /** Writes the partners that have no item yet. */
    private void ensure(List<UUID> ids, Map<UUID, OpenRecord> found, Map<UUID, Long> seqs) {
      Set<UUID> partners = new LinkedHashSet<>();
      for (UUID id : ids) {
        OpenRecord record = found.get(id);
        if (record != null) {
          record.partners().forEach(partner -> partners.add(partner.other()));
        }
      }
      partners.removeAll(written);
      ids.forEach(partners::remove);
      partners.removeAll(rows.known(partners).keySet());
      for (List<UUID> piece : split(partners)) {
        put(piece, seqs, open.of(piece), Map.of());
      }
    }

    private void put(
        List<UUID> ids,
        Map<UUID, Long> seqs,
        Map<UUID, OpenRecord> found,
        Map<UUID, ItemRows.Known> known) {
      Set<UUID> partners = new HashSet<>();
      ids.forEach(
          id -> {
            OpenRecord record = found.get(id);
            if (record != null) {
              record.partners().forEach(partner -> partners.add(partner.other()));
            }
          });
      Writing writing = new Writing(json, terms, rows.names(partners), origins.read());
      Map<UUID, GridRecord> closed = closed(ids, found, known);
      List<ItemRows.Row> changed = new ArrayList<>();
      for (UUID id : ids) {
        written.add(id);
        OpenRecord record = found.get(id);
        String title = record == null ? null : record.title();
        ItemRows.Row row =
            record != null && title != null
                ? ItemRows.Row.live(record, title, writing)
                : tombstone(id, record, closed);
        boolean neverGiven = record != null && title == null && !known.containsKey(id);
        if (row != null && !neverGiven && row.differs(known.get(id))) {
          position = Math.max(seqs.getOrDefault(id, latest), position + 1);
          changed.add(row.at(position));
          if (row.renames(known.get(id))) {
            renamed.add(id);
          }
        }
      }
      rows.write(changed);
    }

    /** What is not open now but was once. */
    private Map<UUID, GridRecord> closed(
        List<UUID> ids, Map<UUID, OpenRecord> found, Map<UUID, ItemRows.Known> known) {
      List<UUID> gone =
          ids.stream()
              .filter(id -> !found.containsKey(id))
              .filter(id -> known.containsKey(id) || oncePublic.contains(id))
              .toList();
      return gone.isEmpty() ? Map.of() : records.all(gone);
    }

    private ItemRows.@Nullable Row tombstone(
        UUID id, @Nullable OpenRecord withheld, Map<UUID, GridRecord> closed) {
      GridRecord record = withheld == null ? closed.get(id) : withheld.record();
      if (record == null) {
        return null;
      }
      UUID into = record.mergedInto();
      GridRecord heir = into == null ? null : records.all(List.of(into)).get(into);
      boolean named = heir != null && heir.state().isPublic();
      return ItemRows.Row.deleted(record, heir != null && named ? heir.path() : null);
    }
  }

  private static Map<Long, ItemSource> byId(Collection<ItemSource> sources) {
    return sources.stream().collect(Collectors.toMap(ItemSource::id, Function.identity()));
  }

  private static List<List<UUID>> split(Collection<UUID> ids) {
    List<UUID> all = List.copyOf(ids);
    List<List<UUID>> pieces = new ArrayList<>();
    for (int from = 0; from < all.size(); from += PIECE) {
      pieces.add(all.subList(from, Math.min(from + PIECE, all.size())));
    }
    return pieces;
  }
}
