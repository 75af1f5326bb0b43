package eu.metacluster.grid;

import eu.metacluster.grid.RecordDocument.PartnerLine;
import eu.metacluster.shared.Nuts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a search index is to know of records when only that counts which may be passed on. Nearly
 * all records are the same either way; only the others cost anything.
 */
@Component
public class OpenDocuments {

  private final JdbcClient jdbc;
  private final OpenRecords open;
  private final RecordTexts texts;
  private final PlaceNames places;

  OpenDocuments(JdbcClient jdbc, OpenRecords open, RecordTexts texts, PlaceNames places) {
    this.jdbc = jdbc;
    this.open = open;
    this.texts = texts;
    this.places = places;
  }

  /** Documents of which something is kept back, or is of what they name. */
  public static final class Told {
    private final Set<UUID> differing;
    private final Set<UUID> touched;
    private final Map<UUID, RecordDocument> documents = new HashMap<>();
    private final Map<UUID, GridRecord> records = new HashMap<>();

    private Told(Set<UUID> differing, Set<UUID> touched) {
      this.differing = differing;
      this.touched = touched;
    }

    /** Whether what may be passed on of this record differs from what its page shows. */
    public boolean differs(UUID record) {
      return differing.contains(record);
    }

    /** What is left of a record that differs, null when nothing is by which to call it. */
    public @Nullable RecordDocument document(UUID record) {
      return documents.get(record);
    }

    /** These records as they may be told, without those of which nothing may. */
    public List<GridRecord> told(Collection<GridRecord> named) {
      List<GridRecord> told = new ArrayList<>();
      for (GridRecord one : named) {
        GridRecord left = touched.contains(one.id()) ? records.get(one.id()) : one;
        if (left != null) {
          told.add(left);
        }
      }
      return told;
    }
  }

  /** What may be passed on of these public records. */
  public Told of(Collection<RecordDocument> documents) {
    Set<UUID> touched = touched(documents);
    Set<UUID> differing = new LinkedHashSet<>();
    for (RecordDocument document : documents) {
      if (touched.contains(document.record().id())
          || document.partners().stream().anyMatch(line -> touched.contains(line.other()))) {
        differing.add(document.record().id());
      }
    }
    Told told = new Told(differing, touched);
    if (!differing.isEmpty()) {
      read(told);
    }
    return told;
  }

  private void read(Told told) {
    Set<UUID> wanted = new HashSet<>(told.differing);
    wanted.addAll(told.touched);
    Map<UUID, OpenRecord> opened = open.of(wanted);
    opened.forEach(
        (id, one) -> {
          String title = one.title();
          if (title != null) {
            told.records.put(id, told(one.record(), title, ShownValues.of(one.shown())));
          }
        });
    Map<UUID, List<PartnerLine>> lines = texts.partners(told.differing, "s.redistributable");
    for (UUID id : told.differing) {
      OpenRecord one = opened.get(id);
      GridRecord record = told.records.get(id);
      if (one != null && record != null) {
        told.documents.put(id, document(one, record, partners(lines.get(id), told)));
      }
    }
  }

  /** Which of these, and of those they name, a source speaks of that keeps it to itself. */
  private Set<UUID> touched(Collection<RecordDocument> documents) {
    if (!open.anythingWithheld()) {
      return Set.of();
    }
    Set<UUID> asked = new HashSet<>();
    for (RecordDocument document : documents) {
      asked.add(document.record().id());
      document.partners().forEach(line -> asked.add(line.other()));
    }
    return Set.copyOf(
        jdbc.sql(
                RecordTexts.MEMBERS
                    + """
                    , withheld as (select id from grid.source where not redistributable)
                    select distinct m.root from member m
                    where exists (select 1 from grid.sighting g
                        where g.record = m.id and g.source in (select id from withheld))
                      or exists (select 1 from grid.claim c
                        where c.record = m.id and c.ended_run is null
                          and c.source in (select id from withheld))
                      or exists (select 1 from grid.participation p
                        where p.project = m.id and p.ended_run is null and p.denied_at is null
                          and p.source in (select id from withheld))""")
            .param("ids", asked.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  private static List<PartnerLine> partners(@Nullable List<PartnerLine> lines, Told told) {
    List<PartnerLine> partners = new ArrayList<>();
    for (PartnerLine line : lines == null ? List.<PartnerLine>of() : lines) {
      if (!told.touched.contains(line.other()) || !line.state().isPublic()) {
        partners.add(line);
        continue;
      }
      GridRecord other = told.records.get(line.other());
      if (other != null) {
        partners.add(line.as(other));
      }
    }
    return partners;
  }

  private RecordDocument document(OpenRecord open, GridRecord record, List<PartnerLine> partners) {
    List<String> names = new ArrayList<>(values(open, Field.ALIAS));
    names.addAll(values(open, Field.SHORT_NAME));
    Map<Field, List<String>> facts = new EnumMap<>(Field.class);
    RecordDocument.FACTS.forEach(field -> facts.put(field, values(open, field)));
    facts.values().removeIf(List::isEmpty);
    return new RecordDocument(
        record,
        new RecordText(
            record.id(),
            record.kind(),
            record.title(),
            record.acronym(),
            values(open, Field.SUMMARY).stream().findFirst().orElse(null),
            values(open, Field.KEYWORDS).stream().findFirst().orElse(null)),
        record.nuts() != null
            ? record.nuts()
            : places.region(record.country(), record.city()).orElse(null),
        partners,
        open.identifiers(),
        names,
        values(open, Field.SUBJECT),
        open.claims().stream().map(ClaimView::sourceName).distinct().toList(),
        facts);
  }

  private static List<String> values(OpenRecord open, Field field) {
    return open.claims().stream()
        .filter(claim -> claim.field() == field)
        .map(ClaimView::value)
        .distinct()
        .toList();
  }

  private static GridRecord told(GridRecord record, String title, ShownValues shown) {
    String nuts = shown.one(Field.NUTS);
    return new GridRecord(
        record.id(),
        record.kind(),
        record.handle(),
        record.state(),
        record.mergedInto(),
        title,
        shown.one(Field.ACRONYM),
        shown.one(Field.STATUS),
        shown.date(Field.START_DATE),
        shown.date(Field.END_DATE),
        shown.money(Field.TOTAL_COST),
        shown.money(Field.CONTRIBUTION),
        shown.one(Field.FRAMEWORK),
        shown.one(Field.SCHEME),
        shown.all(Field.PROGRAMME),
        shown.all(Field.CALL),
        shown.one(Field.ACTIVITY),
        shown.one(Field.CITY),
        shown.one(Field.COUNTRY),
        nuts == null ? null : Nuts.current(nuts),
        shown.coordinate(0),
        shown.coordinate(1),
        shown.all(Field.PILLAR),
        shown.all(Field.TECHNOLOGY),
        shown.all(Field.CANCER),
        record.createdAt(),
        record.changedAt(),
        record.publishedAt(),
        record.checkedOn(),
        record.revalidateOn(),
        record.proposed());
  }
}
