package eu.metacluster.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what may be passed on of public records, in bulk: a fixed number of queries whatever the
 * number of records. What a source states that may not be redistributed has no part in it, not even
 * in what is shown.
 */
@Component
public class OpenRecords {

  private static final Comparator<ClaimView> BEST_FIRST =
      Comparator.comparingInt(ClaimView::precedence)
          .thenComparing(ClaimView::retrievedAt, Comparator.reverseOrder())
          .thenComparingLong(ClaimView::id);

  private static final Set<Field> NAMES =
      Set.of(Field.TITLE, Field.SHORT_NAME, Field.ACRONYM, Field.ALIAS);

  private final JdbcClient jdbc;
  private final Records records;

  OpenRecords(JdbcClient jdbc, Records records) {
    this.jdbc = jdbc;
    this.records = records;
  }

  /** Those of these records that are public and not merged into another, by id. */
  public Map<UUID, OpenRecord> of(Collection<UUID> ids) {
    List<GridRecord> open =
        records.all(ids).values().stream()
            .filter(record -> record.state().isPublic() && record.mergedInto() == null)
            .toList();
    UUID[] wanted = open.stream().map(GridRecord::id).toArray(UUID[]::new);
    Map<UUID, Stated> stated = claims(wanted);
    Map<UUID, List<OpenRecord.Partner>> partners = partners(wanted);
    Map<UUID, List<Identifier>> identifiers = identifiers(wanted);
    Map<UUID, Set<String>> keys = keysOfMixed(wanted);
    Map<UUID, OpenRecord> found = new HashMap<>();
    for (GridRecord record : open) {
      Stated own = stated.getOrDefault(record.id(), new Stated());
      found.put(
          record.id(),
          own.of(
              record,
              partners.getOrDefault(record.id(), List.of()),
              identifiers.getOrDefault(record.id(), List.of()),
              keys.get(record.id())));
    }
    return found;
  }

  /** The records, after merges, of which a source states or stated something. */
  public List<UUID> statedBy(long source) {
    return jdbc.sql(
            """
            select distinct coalesce(r.merged_into, r.id) from grid.sighting g
            join grid.record r on r.id = g.record where g.source = :source""")
        .param("source", source)
        .query(UUID.class)
        .list();
  }

  /** The records, after merges, in which any of these takes part now. */
  public List<UUID> namingAny(Collection<UUID> partners) {
    return jdbc.sql(
            """
            select distinct coalesce(r.merged_into, r.id) from grid.participation p
            join grid.record r on r.id = p.project
            where p.ended_run is null and p.denied_at is null and p.organisation in (
              select m.id from grid.record m
              where m.id = any(:ids) or m.merged_into = any(:ids))""")
        .param("ids", partners.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /** The claims of one record, on their way to what may be passed on. */
  private static final class Stated {
    private final List<ClaimView> open = new ArrayList<>();
    private final Denials denials = new Denials();
    private boolean nameWithheld;

    void add(ClaimView claim, boolean redistributable) {
      denials.add(claim.field(), claim.value(), claim.retrievedAt());
      if (redistributable) {
        open.add(claim);
      } else {
        nameWithheld |= NAMES.contains(claim.field());
      }
    }

    OpenRecord of(
        GridRecord record,
        List<OpenRecord.Partner> partners,
        List<Identifier> identifiers,
        @Nullable Set<String> keys) {
      open.removeIf(claim -> denials.hide(claim.field(), claim.value(), claim.retrievedAt()));
      open.sort(Comparator.comparing(ClaimView::field).thenComparing(BEST_FIRST));
      Map<Field, List<String>> shown = new EnumMap<>(Field.class);
      for (ClaimView claim : open) {
        List<String> values = shown.computeIfAbsent(claim.field(), f -> new ArrayList<>(2));
        if (values.isEmpty() || (claim.field().many() && !values.contains(claim.value()))) {
          values.add(claim.value());
        }
      }
      return new OpenRecord(
          record, title(record, shown), shown, open, partners, known(identifiers, keys));
    }

    private @Nullable String title(GridRecord record, Map<Field, List<String>> shown) {
      return List.of(Field.TITLE, Field.SHORT_NAME, Field.ACRONYM, Field.ALIAS).stream()
          .map(shown::get)
          .filter(Objects::nonNull)
          .map(List::getFirst)
          .filter(name -> !name.isBlank())
          .findFirst()
          .orElse(nameWithheld ? null : record.title());
    }

    /** Where a source keeps something to itself, only identifiers that another one says too. */
    private List<Identifier> known(List<Identifier> identifiers, @Nullable Set<String> keys) {
      if (keys == null) {
        return identifiers;
      }
      Set<String> said = new HashSet<>(keys);
      open.forEach(claim -> said.add(claim.value()));
      return identifiers.stream().filter(identifier -> said.contains(identifier.value())).toList();
    }
  }

  private Map<UUID, Stated> claims(UUID[] ids) {
    Map<UUID, Stated> found = new HashMap<>();
    jdbc.sql(
            RecordTexts.MEMBERS
                + """
                select m.root, c.*, s.name, s.precedence, s.licence, s.attribution,
                  s.redistributable, null::timestamptz as last_confirmed,
                  null::timestamptz as gone_at
                from member m
                join lateral (
                  select * from grid.claim where record = m.id and ended_run is null
                  offset 0) c on true
                join grid.source s on s.id = c.source""")
        .param("ids", ids)
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getObject("root", UUID.class), id -> new Stated())
                  .add(ClaimRows.view(row, 0), row.getBoolean("redistributable"));
            });
    return found;
  }

  private Map<UUID, List<OpenRecord.Partner>> partners(UUID[] ids) {
    Map<UUID, List<OpenRecord.Partner>> found = new HashMap<>();
    jdbc.sql(
            RecordTexts.MEMBERS
                + """
                select m.root, coalesce(o.merged_into, o.id) as other, p.*
                from member m
                join lateral %s p on p.place = 1
                join grid.record o on o.id = p.organisation
                order by p.position, p.id"""
                    .formatted(
                        ClaimRows.shownParticipations("p.project = m.id and s.redistributable")))
        .param("ids", ids)
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getObject("root", UUID.class), id -> new ArrayList<>())
                  .add(partner(row));
            });
    return found;
  }

  private static OpenRecord.Partner partner(ResultSet row) throws SQLException {
    return new OpenRecord.Partner(
        row.getObject("other", UUID.class),
        row.getString("role"),
        row.getBigDecimal("contribution"),
        row.getBigDecimal("net_contribution"),
        row.getBigDecimal("total_cost"),
        row.getString("country"),
        row.getString("nuts"),
        GridRecordRows.date(row, "from_date"),
        GridRecordRows.date(row, "to_date"),
        row.getBoolean("ended"),
        row.getLong("source"),
        row.getLong("id"),
        GridRecordRows.instant(row, "retrieved_at", Instant.EPOCH));
  }

  private Map<UUID, List<Identifier>> identifiers(UUID[] ids) {
    Map<UUID, List<Identifier>> found = new HashMap<>();
    jdbc.sql(
            RecordTexts.MEMBERS
                + """
                select distinct m.root, i.scheme, i.value from member m
                join lateral (
                  select * from grid.identifier where record = m.id offset 0) i on true
                order by i.scheme, i.value""")
        .param("ids", ids)
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getObject("root", UUID.class), id -> new ArrayList<>())
                  .add(ClaimRows.identifier(row, 0));
            });
    return found;
  }

  /** Whether there is a source that keeps something to itself. */
  boolean anythingWithheld() {
    return jdbc.sql("select exists (select 1 from grid.source where not redistributable)")
        .query(Boolean.class)
        .single();
  }

  /** Of records that a source keeps to itself saw too: the keys that open sources know them by. */
  private Map<UUID, Set<String>> keysOfMixed(UUID[] ids) {
    Map<UUID, Set<String>> found = new HashMap<>();
    if (!anythingWithheld()) {
      return found;
    }
    jdbc.sql(
            RecordTexts.MEMBERS
                + """
                select m.root, case when s.redistributable then g.key end as key from member m
                join lateral (
                  select * from grid.sighting where record = m.id offset 0) g on true
                join grid.source s on s.id = g.source
                where exists (
                  select 1 from member n
                  join grid.sighting h on h.record = n.id
                  join grid.source t on t.id = h.source and not t.redistributable
                  where n.root = m.root)""")
        .param("ids", ids)
        .query(
            row -> {
              Set<String> keys =
                  found.computeIfAbsent(row.getObject("root", UUID.class), id -> new HashSet<>());
              String key = row.getString("key");
              if (key != null) {
                keys.add(key);
              }
            });
    return found;
  }
}
