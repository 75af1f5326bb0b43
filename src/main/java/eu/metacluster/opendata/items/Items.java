package eu.metacluster.opendata.items;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the items. Nothing else of the grid reaches any road. */
@Component
public class Items {

  /**
   * The advisory lock that a transaction holds while it writes items. It is taken before the first
   * item gets its time, so that nothing will appear that is older than the holder's beginning.
   */
  public static final long WRITING = 0x0A1;

  private static final String COLUMNS =
      """
      record, kind, handle, title, position, changed_at, published_at, deleted, successor, body, \
      claims, sets""";

  private static final String SELECT = "select " + COLUMNS + " from opendata.item ";
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int FETCH = 500;
  private static final long FRESH_NANOS = 100_000_000L;

  private final JdbcClient jdbc;
  private final JdbcTemplate streams;
  private volatile Known known = new Known(0, 0, false);
  private volatile long noticed;

  Items(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.streams = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
    streams.setFetchSize(FETCH);
  }

  private record Known(long position, long at, boolean read) {}

  /** The item at this address, deleted ones included. */
  public Optional<Item> find(RecordKind kind, String handle) {
    return jdbc.sql(SELECT + "where handle = :handle and kind = :kind")
        .param("handle", handle)
        .param("kind", kind.word())
        .query(Items::read)
        .optional();
  }

  /** The item of this record, deleted ones included. */
  public Optional<Item> find(UUID record) {
    return jdbc.sql(SELECT + "where record = :id")
        .param("id", record)
        .query(Items::read)
        .optional();
  }

  /** The live items with these handles, by handle. */
  public Map<String, Item> named(Collection<String> handles) {
    Map<String, Item> found = new HashMap<>();
    jdbc.sql(SELECT + "where handle = any(:handles) and not deleted")
        .param("handles", handles.toArray(String[]::new))
        .query(Items::read)
        .list()
        .forEach(item -> found.put(item.handle(), item));
    return found;
  }

  /**
   * Live items in the order of their ids, which never changes: who pages misses none that stays and
   * meets none twice.
   *
   * @param after the id before the first one, null to begin
   * @param kind null for every kind
   */
  public List<Item> page(@Nullable RecordKind kind, @Nullable UUID after, int limit) {
    String narrowed = kind == null ? "" : " and kind = :kind";
    return jdbc.sql(
            SELECT
                + "where not deleted and record > :after"
                + narrowed
                + " order by record limit :limit")
        .param("after", after == null ? BEFORE_ALL : after)
        .param("kind", kind == null ? "" : kind.word())
        .param("limit", limit)
        .query(Items::read)
        .list();
  }

  /** What changed after a position, deletions included, in order. */
  public List<Item> since(long position, int limit) {
    return jdbc.sql(SELECT + "where position > :position order by position limit :limit")
        .param("position", position)
        .param("limit", limit)
        .query(Items::read)
        .list();
  }

  /**
   * What changed within a time, deletions included, by time and id.
   *
   * @param from inclusive
   * @param until exclusive
   * @param set null for all
   * @param after the last item of the page before, null to begin
   */
  public List<Item> changedBetween(
      Instant from, Instant until, @Nullable String set, @Nullable Item after, int limit) {
    String narrowed = set == null ? "" : " and sets @> array[:set]";
    Instant lowest = after == null || after.changedAt().isBefore(from) ? from : after.changedAt();
    UUID above = after == null ? BEFORE_ALL : after.record();
    return jdbc.sql(
            SELECT
                + """
                where changed_at >= :lowest and changed_at < :until
                  and (changed_at, record) > (:lowest, :above)"""
                + narrowed
                + " order by changed_at, record limit :limit")
        .param("lowest", Timestamp.from(lowest))
        .param("until", Timestamp.from(until))
        .param("above", above)
        .param("set", set == null ? "" : set)
        .param("limit", limit)
        .query(Items::read)
        .list();
  }

  /** The live items that became public last, without the first {@code from} of them. */
  public List<Item> newest(int from, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where not deleted order by published_at desc, record desc
                limit :limit offset :from""")
        .param("limit", limit)
        .param("from", from)
        .query(Items::read)
        .list();
  }

  /**
   * Hands over every live item in the order of the ids, as they are at one moment, with only some
   * in memory at a time.
   *
   * @param kind null for every kind
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public void each(@Nullable RecordKind kind, Consumer<Item> taker) {
    String narrowed = kind == null ? "" : " and kind = '" + kind.word() + "'";
    RowCallbackHandler rows = row -> taker.accept(read(row, 0));
    streams.query(SELECT + "where not deleted" + narrowed + " order by record", rows);
  }

  /**
   * An item with what a calendar shows of it.
   *
   * @param dates when it begins, or each day on which it closes; also those that are off
   */
  public record Dated(Item item, List<String> dates) {}

  /** The events, trainings and calls with a date, deleted ones included. */
  public List<Dated> dated() {
    return jdbc.sql(
            "select dates, "
                + COLUMNS
                + " from opendata.item where cardinality(dates) > 0 order by record")
        .query(
            (row, n) ->
                new Dated(read(row, n), List.of((String[]) row.getArray("dates").getArray())))
        .list();
  }

  /**
   * The first id of each part of so many live items, with when anything in it last changed, what
   * was deleted from it included.
   */
  public List<Part> parts(int size) {
    return jdbc.sql(
            """
            select (min(record::text) filter (where not deleted))::uuid as first,
              max(changed_at) as changed
            from (
              select record, changed_at, deleted, (greatest(
                count(*) filter (where not deleted) over (order by record), 1) - 1) / :size as part
              from opendata.item) p
            group by part having bool_or(not deleted) order by part""")
        .param("size", size)
        .query(
            (row, n) ->
                new Part(
                    row.getObject("first", UUID.class), row.getTimestamp("changed").toInstant()))
        .list();
  }

  /** A part of the live items in the order of their ids. */
  public record Part(UUID first, Instant changed) {}

  /** The path of a live item, and when it last changed. */
  public record Place(String path, Instant changed) {}

  /** Where the live items are from this id on. */
  public List<Place> places(UUID first, int limit) {
    return jdbc.sql(
            """
            select kind, handle, changed_at from opendata.item
            where not deleted and record >= :first order by record limit :limit""")
        .param("first", first)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Place(
                    GridRecord.path(
                        RecordKind.ofWord(row.getString("kind")), row.getString("handle")),
                    row.getTimestamp("changed_at").toInstant()))
        .list();
  }

  /** The highest position, 0 when there is nothing. */
  public long position() {
    return jdbc.sql("select coalesce(max(position), 0) from opendata.item")
        .query(Long.class)
        .single();
  }

  /** The highest position as it was at most a tenth of a second ago. */
  public long recentPosition() {
    Known last = known;
    long now = System.nanoTime();
    if (!last.read() || now - last.at() > FRESH_NANOS) {
      last = new Known(position(), now, true);
      known = last;
    }
    return last.position();
  }

  /** Notes on this node that the items go so far now; for whoever follows them here. */
  public void notice(long position) {
    noticed = position;
  }

  /** A number that changes on this node soon after items have, known without asking anybody. */
  public long noticed() {
    return noticed;
  }

  /** How many live items there are of each kind. */
  public Map<RecordKind, Long> counts() {
    Map<RecordKind, Long> counts = new EnumMap<>(RecordKind.class);
    jdbc.sql("select kind, count(*) from opendata.item where not deleted group by kind")
        .query(
            row -> {
              counts.put(RecordKind.ofWord(row.getString(1)), row.getLong(2));
            });
    return counts;
  }

  /**
   * A participation, with the place where the next page goes on.
   *
   * @param kind of what is taken part in, a project or an initiative
   * @param body who takes part and how, as a JSON object
   */
  public record Participation(
      UUID project, int place, RecordKind kind, String handle, String title, String body) {}

  /**
   * Participations of live items by project and place.
   *
   * @param organisation null for those of all
   * @param after the project before or at which to go on, null to begin
   * @param place the place in it after which to go on
   */
  public List<Participation> participations(
      @Nullable UUID organisation, @Nullable UUID after, int place, int limit) {
    String narrowed = organisation == null ? "" : " and p.organisation = :organisation";
    return jdbc.sql(
            """
            select p.project, p.place, i.kind, i.handle, i.title, p.body
            from opendata.participation p join opendata.item i on i.record = p.project
            where (p.project, p.place) > (:after, :place)"""
                + narrowed
                + " order by p.project, p.place limit :limit")
        .param("after", after == null ? BEFORE_ALL : after)
        .param("place", place)
        .param("organisation", organisation)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Participation(
                    row.getObject("project", UUID.class),
                    row.getInt("place"),
                    RecordKind.ofWord(row.getString("kind")),
                    row.getString("handle"),
                    row.getString("title"),
                    row.getString("body")))
        .list();
  }

  /** The sources that items may be taken from, as they were written with them. */
  public List<ItemSource> sources() {
    return jdbc.sql("select * from opendata.source where redistributable order by id")
        .query(ItemSource::read)
        .list();
  }

  private static Item read(ResultSet row, int number) throws SQLException {
    Timestamp published = row.getTimestamp("published_at");
    return new Item(
        row.getObject("record", UUID.class),
        RecordKind.ofWord(row.getString("kind")),
        row.getString("handle"),
        row.getString("title"),
        row.getLong("position"),
        row.getTimestamp("changed_at").toInstant(),
        published == null ? null : published.toInstant(),
        row.getBoolean("deleted"),
        row.getString("successor"),
        row.getString("body"),
        row.getString("claims"),
        new ArrayList<>(List.of((String[]) row.getArray("sets").getArray())));
  }
}
