package eu.metacluster.screening.alike;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The suggestions as they are stored, the most probable first. */
@Component
public class Suggestions {

  static final int PAGE = 20;

  private static final String TOGETHER =
      """
      exists (
        select 1 from screening.case_member a
        join screening.case_member b on b.case_id = a.case_id
        where a.record = s.one and b.record = s.other)""";

  /** What waits for an answer. */
  private static final String OPEN = "s.dismissed_at is null and not s.gone and not " + TOGETHER;

  private static final String DISMISSED = "s.dismissed_at is not null and not s.gone";

  private static final String ORDER = " order by s.probability desc, s.id ";

  private final JdbcClient jdbc;
  private final Records records;

  Suggestions(JdbcClient jdbc, Records records) {
    this.jdbc = jdbc;
    this.records = records;
  }

  private static String select(String where) {
    return "select " + Suggestion.COLUMNS + " from screening.suggestion s where " + where;
  }

  /** How many wait, of each kind of which one does. */
  public Map<RecordKind, Long> open() {
    return counts(OPEN);
  }

  /** How many were dismissed. */
  Map<RecordKind, Long> dismissed() {
    return counts(DISMISSED);
  }

  private Map<RecordKind, Long> counts(String which) {
    Map<RecordKind, Long> counts = new LinkedHashMap<>();
    jdbc.sql(
            "select s.kind, count(*) as n from screening.suggestion s where "
                + which
                + " group by s.kind order by n desc, s.kind")
        .query((row, n) -> counts.put(RecordKind.ofWord(row.getString("kind")), row.getLong("n")))
        .list();
    return counts;
  }

  List<Suggestion> page(String kind, boolean dismissed, int number) {
    String which = dismissed ? DISMISSED : OPEN;
    String order = dismissed ? " order by s.dismissed_at desc, s.id " : ORDER;
    return jdbc.sql(
            select(which)
                + " and (:kind = '' or s.kind = :kind)"
                + order
                + "limit :limit offset :offset")
        .param("kind", kind)
        .param("limit", PAGE)
        .param("offset", (number - 1L) * PAGE)
        .query(Suggestion::read)
        .list();
  }

  /** What waits about one of these records, at most so many. */
  List<Suggestion> about(Collection<UUID> ids, int most) {
    return jdbc.sql(
            select(OPEN)
                + " and (s.one = any(:ids) or s.other = any(:ids))"
                + ORDER
                + "limit :most")
        .param("ids", ids.toArray(UUID[]::new))
        .param("most", most)
        .query(Suggestion::read)
        .list();
  }

  /** A suggestion, locked until the transaction ends. */
  Optional<Suggestion> lock(UUID id) {
    return jdbc.sql(select("s.id = :id and not s.gone for update"))
        .param("id", id)
        .query(Suggestion::read)
        .optional();
  }

  /** Whether the two are decided together by now. */
  boolean together(UUID id) {
    return jdbc.sql("select " + TOGETHER + " from screening.suggestion s where s.id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  void dismiss(UUID id, UUID by) {
    jdbc.sql(
            """
            update screening.suggestion set dismissed_by = :by, dismissed_at = clock_timestamp()
            where id = :id""")
        .param("id", id)
        .param("by", by)
        .update();
  }

  void restore(UUID id) {
    jdbc.sql(
            """
            update screening.suggestion set dismissed_by = null, dismissed_at = null
            where id = :id""")
        .param("id", id)
        .update();
  }

  /** Looks again whether the suggestions about these records matter. */
  void refresh(Collection<UUID> touched) {
    record Pair(UUID id, UUID one, UUID other, boolean gone) {}
    List<Pair> pairs =
        jdbc.sql(
                """
                select id, one, other, gone from screening.suggestion
                where one = any(:ids) or other = any(:ids)""")
            .param("ids", touched.toArray(UUID[]::new))
            .query(
                (row, n) ->
                    new Pair(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getBoolean(4)))
            .list();
    Set<UUID> ids = new HashSet<>();
    pairs.forEach(pair -> ids.addAll(List.of(pair.one(), pair.other())));
    Map<UUID, GridRecord> current = ids.isEmpty() ? Map.of() : records.all(ids);
    for (Pair pair : pairs) {
      boolean gone = !Standing.matters(current.get(pair.one()), current.get(pair.other()));
      if (gone != pair.gone()) {
        jdbc.sql("update screening.suggestion set gone = :gone where id = :id")
            .param("gone", gone)
            .param("id", pair.id())
            .update();
      }
    }
  }

  void forget() {
    jdbc.sql("delete from screening.suggestion where dismissed_at is null").update();
  }
}
