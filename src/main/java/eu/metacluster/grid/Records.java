package eu.metacluster.grid;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the grid. It shows every record, whatever its state: callers that serve visitors ask {@link
 * RecordState#isPublic()} first.
 */
@Component
public class Records {

  private static final String SELECT = "select " + GridRecordRows.COLUMNS + " from grid.record r ";

  private final JdbcClient jdbc;

  Records(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The record with this id, as it is (it may be merged into another). */
  public Optional<GridRecord> find(UUID id) {
    return jdbc.sql(SELECT + "where r.id = :id")
        .param("id", id)
        .query(GridRecordRows::read)
        .optional();
  }

  /**
   * The record that answers at this address: the one with the handle, or, when it was merged, its
   * successor. Compare handles to know whether to redirect.
   */
  public Optional<GridRecord> find(RecordKind kind, String handle) {
    return jdbc.sql(
            SELECT
                + """
                where r.kind = :kind and r.id = (
                  select coalesce(h.merged_into, h.id) from grid.record h
                  where h.handle = :handle)""")
        .param("kind", kind.word())
        .param("handle", handle)
        .query(GridRecordRows::read)
        .optional();
  }

  /** The record that owns this identifying identifier, after merges. */
  public Optional<GridRecord> find(Identifier identifier) {
    if (identifier.scheme() == Identifier.Scheme.RECORD) {
      return find(UUID.fromString(identifier.value()));
    }
    return jdbc.sql(
            SELECT
                + """
                where r.id = (
                  select coalesce(h.merged_into, h.id) from grid.identifier i
                  join grid.record h on h.id = i.record
                  where i.scheme = :scheme and i.value = :value limit 1)""")
        .param("scheme", identifier.scheme().name())
        .param("value", identifier.value())
        .query(GridRecordRows::read)
        .optional();
  }

  /**
   * The records that own these identifying identifiers, after merges, each once. The arrays are
   * read in sub-selects, so that their sizes do not make the planner plan anew for each page.
   */
  public List<GridRecord> allNamed(Collection<Identifier> identifiers) {
    return jdbc.sql(
            SELECT
                + """
                where r.id in (
                  select coalesce(h.merged_into, h.id)
                  from unnest(
                    (select cast(:schemes as text[])), (select cast(:values as text[])))
                    n (scheme, value)
                  join grid.identifier i on i.scheme = n.scheme and i.value = n.value
                  join grid.record h on h.id = i.record)
                order by r.kind, r.title""")
        .param("schemes", identifiers.stream().map(i -> i.scheme().name()).toArray(String[]::new))
        .param("values", identifiers.stream().map(Identifier::value).toArray(String[]::new))
        .query(GridRecordRows::read)
        .list();
  }

  /** The record that a source states something about under this key of its own. */
  public Optional<UUID> stated(long source, RecordKind kind, String key) {
    return jdbc.sql(
            """
            select record from grid.sighting
            where source = :source and kind = :kind and key = :key""")
        .param("source", source)
        .param("kind", kind.word())
        .param("key", key)
        .query(UUID.class)
        .optional();
  }

  /** The one public record of a kind with this name; empty when there is none, or are several. */
  public Optional<GridRecord> named(RecordKind kind, String name) {
    List<GridRecord> found =
        jdbc.sql(
                SELECT
                    + """
                    where r.kind = :kind and r.merged_into is null
                      and r.state in ('published', 'due', 'archived')
                      and lower(r.title) = lower(:name) limit 2""")
            .param("kind", kind.word())
            .param("name", name)
            .query(GridRecordRows::read)
            .list();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** The records with these ids, by id; unknown ids are absent. */
  public Map<UUID, GridRecord> all(Collection<UUID> ids) {
    return jdbc
        .sql(SELECT + "where r.id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(GridRecordRows::read)
        .list()
        .stream()
        .collect(Collectors.toMap(GridRecord::id, record -> record));
  }

  /** The records of a kind with these handles, by handle; unknown handles are absent. */
  public Map<String, GridRecord> withHandles(RecordKind kind, Collection<String> handles) {
    return jdbc
        .sql(SELECT + "where r.kind = :kind and r.handle = any(:handles)")
        .param("kind", kind.word())
        .param("handles", handles.toArray(String[]::new))
        .query(GridRecordRows::read)
        .list()
        .stream()
        .collect(Collectors.toMap(GridRecord::handle, record -> record));
  }

  /**
   * Records of a kind that are not merged into another, in the order of their ids.
   *
   * @param after the id before the first one, null to begin
   */
  public List<GridRecord> page(RecordKind kind, @Nullable UUID after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where r.kind = :kind and r.merged_into is null
                  and r.id > coalesce(cast(:after as uuid), '00000000-0000-0000-0000-000000000000')
                order by r.id limit :limit""")
        .param("kind", kind.word())
        .param("after", after)
        .param("limit", limit)
        .query(GridRecordRows::read)
        .list();
  }

  /** Current and ended claims about the record and the records merged into it, newest last. */
  public List<ClaimView> claims(UUID record) {
    return Denials.applied(
        jdbc.sql(
                """
            select c.*, s.name, s.precedence, s.licence, s.attribution, g.last_confirmed,
              g.gone_at
            from grid.claim c
            join grid.source s on s.id = c.source
            left join grid.sighting g on g.id = c.sighting
            where c.record = any(array(
              select m.id from grid.record m where m.id = :id or m.merged_into = :id))
            order by c.id""")
            .param("id", record)
            .query(ClaimRows::view)
            .list());
  }

  /** The value that is shown of each field, the first one where there are several. */
  public Map<Field, String> shown(UUID record) {
    Map<Field, String> shown = new EnumMap<>(Field.class);
    claims(record).stream()
        .filter(ClaimView::current)
        .sorted(
            Comparator.comparingInt(ClaimView::precedence)
                .thenComparing(ClaimView::retrievedAt, Comparator.reverseOrder())
                .thenComparingLong(ClaimView::id))
        .forEach(claim -> shown.putIfAbsent(claim.field(), claim.value()));
    return shown;
  }

  /** All identifiers of the record and of those merged into it. */
  public List<Identifier> identifiers(UUID record) {
    return jdbc.sql(
            """
            select distinct i.scheme, i.value from grid.identifier i
            where i.record = any(array(
              select m.id from grid.record m where m.id = :id or m.merged_into = :id))
            order by i.scheme, i.value""")
        .param("id", record)
        .query(ClaimRows::identifier)
        .list();
  }

  /** The current partners of a project, in the source's order. */
  public List<PartnerView> partners(UUID project) {
    return jdbc.sql(
            "select "
                + GridRecordRows.COLUMNS
                + ClaimRows.PARTNER
                + " from "
                + ClaimRows.shownParticipations(
                    """
                    p.project = any(array(
                      select m.id from grid.record m where m.id = :id or m.merged_into = :id))""")
                + """
                 p
                join grid.record o on o.id = p.organisation
                join grid.record r on r.id = coalesce(o.merged_into, o.id)
                where p.place = 1
                order by p.position, p.id""")
        .param("id", project)
        .query(ClaimRows::partner)
        .list();
  }

  /**
   * The projects in which an organisation takes part now, newest first.
   *
   * @param publicOnly whether to leave out what visitors may not see
   */
  public List<PartnerView> projectsOf(UUID organisation, boolean publicOnly) {
    return jdbc.sql(
            "select "
                + GridRecordRows.COLUMNS
                + ClaimRows.PARTNER
                + " from "
                + ClaimRows.shownParticipations(
                    """
                    p.organisation = any(array(
                      select m.id from grid.record m where m.id = :id or m.merged_into = :id))""")
                + """
                 p
                join grid.record o on o.id = p.project
                join grid.record r on r.id = coalesce(o.merged_into, o.id)
                where p.place = 1 and (not :publicOnly or r.state in ('published', 'due', 'archived'))
                order by r.start_date desc nulls last, p.id""")
        .param("id", organisation)
        .param("publicOnly", publicOnly)
        .query(ClaimRows::partner)
        .list();
  }

  /** The newest merges, undone ones included, at most {@code limit}. */
  public List<MergeView> merges(int limit) {
    record Row(UUID id, UUID from, UUID into, Instant at, @Nullable Instant undone) {}
    List<Row> rows =
        jdbc.sql(
                """
                select id, from_record, into_record, merged_at, undone_at from grid.merge
                order by merged_at desc limit :limit""")
            .param("limit", limit)
            .query(
                (row, n) ->
                    new Row(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        GridRecordRows.instant(row, "merged_at", Instant.EPOCH),
                        GridRecordRows.instantOrNull(row, "undone_at")))
            .list();
    Map<UUID, GridRecord> records =
        all(rows.stream().flatMap(row -> Stream.of(row.from(), row.into())).toList());
    return rows.stream()
        .map(
            row ->
                new MergeView(
                    row.id(),
                    Objects.requireNonNull(records.get(row.from())),
                    Objects.requireNonNull(records.get(row.into())),
                    row.at(),
                    row.undone()))
        .toList();
  }

  /** How many records of each kind are in each state. */
  public List<StateCount> counts() {
    return jdbc.sql(
            """
            select kind, state, count(*) as n from grid.record
            where merged_into is null group by kind, state""")
        .query(
            (row, n) ->
                new StateCount(
                    RecordKind.ofWord(row.getString("kind")),
                    RecordState.ofWord(row.getString("state")),
                    row.getLong("n")))
        .list();
  }

  /** A number of records of one kind in one state. */
  public record StateCount(RecordKind kind, RecordState state, long count) {}
}
