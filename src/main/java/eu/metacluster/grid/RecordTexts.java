package eu.metacluster.grid;

import eu.metacluster.shared.Nuts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads records in bulk for those who rank and index them: a fixed number of queries whatever the
 * number of records. Ids of merged records answer with nothing; ask for their successor.
 */
@Component
public class RecordTexts {

  /**
   * Found by index alone, and joined laterally below: before the first statistics of a large import
   * are there, the planner would else read whole tables for each piece.
   */
  static final String MEMBERS =
      """
      with member as materialized (
        select m.id, coalesce(m.merged_into, m.id) as root from grid.record m
        where m.id = any(:ids)
        union select m.id, m.merged_into from grid.record m where m.merged_into = any(:ids))
      """;

  private final JdbcClient jdbc;
  private final Records records;
  private final PlaceNames places;

  RecordTexts(JdbcClient jdbc, Records records, PlaceNames places) {
    this.jdbc = jdbc;
    this.places = places;
    this.records = records;
  }

  /** The words of these records, in no order. */
  public List<RecordText> texts(Collection<UUID> ids) {
    Map<UUID, List<Value>> values = values(ids, List.of(Field.SUMMARY, Field.KEYWORDS));
    return records.all(ids).values().stream()
        .filter(record -> record.mergedInto() == null)
        .map(record -> text(record, values.getOrDefault(record.id(), List.of())))
        .toList();
  }

  /** All that an index needs of these records, in no order. */
  public List<RecordDocument> documents(Collection<UUID> ids) {
    List<Field> wanted = new ArrayList<>(RecordDocument.FACTS);
    wanted.addAll(
        List.of(Field.SUMMARY, Field.KEYWORDS, Field.ALIAS, Field.SHORT_NAME, Field.SUBJECT));
    Map<UUID, List<Value>> values = values(ids, wanted);
    Map<UUID, List<RecordDocument.PartnerLine>> partners = partners(ids, "true");
    Map<UUID, List<Identifier>> identifiers = identifiers(ids);
    Map<UUID, List<String>> sources = sources(ids);
    return records.all(ids).values().stream()
        .filter(record -> record.mergedInto() == null)
        .map(
            record -> {
              List<Value> own = values.getOrDefault(record.id(), List.of());
              List<String> names = new ArrayList<>(of(own, Field.ALIAS));
              names.addAll(of(own, Field.SHORT_NAME));
              return new RecordDocument(
                  record,
                  text(record, own),
                  record.nuts() != null
                      ? record.nuts()
                      : places.region(record.country(), record.city()).orElse(null),
                  partners.getOrDefault(record.id(), List.of()),
                  identifiers.getOrDefault(record.id(), List.of()),
                  names,
                  of(own, Field.SUBJECT),
                  sources.getOrDefault(record.id(), List.of()),
                  byField(own, RecordDocument.FACTS));
            })
        .toList();
  }

  /**
   * What is stated now about these records, the shown value of each field first; fields of which
   * nothing is stated are absent.
   */
  public Map<UUID, Map<Field, List<String>>> stated(
      Collection<UUID> ids, Collection<Field> fields) {
    Map<UUID, Map<Field, List<String>>> stated = new HashMap<>();
    values(ids, List.copyOf(fields))
        .forEach(
            (record, own) -> {
              stated.put(record, byField(own, fields));
            });
    return stated;
  }

  private static Map<Field, List<String>> byField(List<Value> values, Collection<Field> fields) {
    Map<Field, List<String>> byField = new EnumMap<>(Field.class);
    fields.forEach(field -> byField.put(field, of(values, field)));
    byField.values().removeIf(List::isEmpty);
    return byField;
  }

  private record Value(UUID root, Field field, String value, Instant at) {}

  private Map<UUID, List<Value>> values(Collection<UUID> ids, List<Field> wanted) {
    Set<Field> fields = EnumSet.copyOf(wanted);
    fields.add(Field.NOT);
    Map<UUID, List<Value>> values = stated(ids, fields);
    values.replaceAll(
        (record, own) -> {
          Denials denials = new Denials();
          own.forEach(value -> denials.add(value.field(), value.value(), value.at()));
          return own.stream()
              .filter(value -> !denials.hide(value.field(), value.value(), value.at()))
              .toList();
        });
    return values;
  }

  private Map<UUID, List<Value>> stated(Collection<UUID> ids, Set<Field> fields) {
    return jdbc
        .sql(
            MEMBERS
                + """
                select m.root, c.field, c.value, c.retrieved_at from member m
                join lateral (
                  select * from grid.claim
                  where record = m.id and ended_run is null and field = any(:fields)
                  offset 0) c on true
                join grid.source s on s.id = c.source
                order by s.precedence, c.retrieved_at desc, c.id""")
        .param("ids", ids.toArray(UUID[]::new))
        .param("fields", fields.stream().map(Field::key).toArray(String[]::new))
        .query(
            (row, n) ->
                new Value(
                    row.getObject("root", UUID.class),
                    Field.ofKey(row.getString("field")),
                    row.getString("value"),
                    GridRecordRows.instant(row, "retrieved_at", Instant.EPOCH)))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Value::root));
  }

  /**
   * Those who take part in these, and what these take part in.
   *
   * @param narrowed a condition on the participation {@code p} and its source {@code s}
   */
  Map<UUID, List<RecordDocument.PartnerLine>> partners(Collection<UUID> ids, String narrowed) {
    Map<UUID, List<RecordDocument.PartnerLine>> lines = new HashMap<>();
    for (String[] side :
        new String[][] {{"project", "organisation"}, {"organisation", "project"}}) {
      jdbc.sql(
              MEMBERS
                  + """
                  select m.root, o.id, o.title, o.acronym, o.handle, p.role, p.country, p.nuts,
                         o.latitude, o.longitude, p.contribution, p.ended, o.kind, o.state
                  from member m
                  join lateral %s p on p.place = 1
                  join grid.record h on h.id = p.%s
                  join grid.record o on o.id = coalesce(h.merged_into, h.id)
                  order by p.position, p.id"""
                      .formatted(
                          ClaimRows.shownParticipations("p." + side[0] + " = m.id and " + narrowed),
                          side[1]))
          .param("ids", ids.toArray(UUID[]::new))
          .query(
              (row, n) ->
                  lines
                      .computeIfAbsent(row.getObject("root", UUID.class), k -> new ArrayList<>())
                      .add(line(row)))
          .list();
    }
    return lines;
  }

  private static RecordDocument.PartnerLine line(ResultSet row) throws SQLException {
    String acronym = row.getString("kind").equals("project") ? row.getString("acronym") : null;
    return new RecordDocument.PartnerLine(
        row.getObject("id", UUID.class),
        RecordKind.ofWord(row.getString("kind")),
        acronym == null ? row.getString("title") : acronym,
        row.getString("handle"),
        row.getString("role"),
        row.getString("country"),
        region(row.getString("nuts")),
        row.getObject("latitude", Double.class),
        row.getObject("longitude", Double.class),
        row.getBigDecimal("contribution"),
        row.getBoolean("ended"),
        RecordState.ofWord(row.getString("state")));
  }

  /** All identifiers by record; records without any are absent. */
  public Map<UUID, List<Identifier>> identifiers(Collection<UUID> ids) {
    Map<UUID, List<Identifier>> found = new HashMap<>();
    jdbc.sql(
            MEMBERS
                + """
                select m.root, i.scheme, i.value from member m
                join lateral (
                  select * from grid.identifier where record = m.id offset 0) i on true""")
        .param("ids", ids.toArray(UUID[]::new))
        .query(
            (row, n) ->
                found
                    .computeIfAbsent(row.getObject("root", UUID.class), k -> new ArrayList<>())
                    .add(ClaimRows.identifier(row, n)))
        .list();
    return found;
  }

  /** Names of the sources that state something about each record now. */
  public Map<UUID, List<String>> sources(Collection<UUID> ids) {
    Map<UUID, List<String>> found = new HashMap<>();
    jdbc.sql(
            MEMBERS
                + """
                select distinct m.root, s.name from member m
                join lateral (
                  select source from grid.sighting where record = m.id offset 0) g on true
                join grid.source s on s.id = g.source""")
        .param("ids", ids.toArray(UUID[]::new))
        .query(
            (row, n) ->
                found
                    .computeIfAbsent(row.getObject("root", UUID.class), k -> new ArrayList<>())
                    .add(row.getString("name")))
        .list();
    return found;
  }

  private static RecordText text(GridRecord record, List<Value> values) {
    return new RecordText(
        record.id(),
        record.kind(),
        record.title(),
        record.acronym(),
        of(values, Field.SUMMARY).stream().findFirst().orElse(null),
        of(values, Field.KEYWORDS).stream().findFirst().orElse(null));
  }

  private static List<String> of(List<Value> values, Field field) {
    return values.stream().filter(v -> v.field() == field).map(Value::value).distinct().toList();
  }

  private static @Nullable String region(@Nullable String code) {
    return code == null ? null : Nuts.current(code);
  }
}
