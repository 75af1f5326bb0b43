package eu.metacluster.opendata.items;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.OpenRecord;
import eu.metacluster.opendata.items.Writing.Named;
import eu.metacluster.opendata.items.Writing.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the items, for the one who writes them. */
@Component
class ItemRows {

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  ItemRows(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** An item as it stands. */
  record Known(boolean deleted, @Nullable String title, byte[] digest) {}

  /** An item as it is to be. */
  record Row(
      UUID record,
      String kind,
      String handle,
      @Nullable String title,
      @Nullable Instant publishedAt,
      @Nullable String successor,
      String body,
      String claims,
      List<String> sets,
      List<String> dates,
      List<Part> parts,
      long position) {

    static Row live(OpenRecord open, String title, Writing writing) {
      GridRecord record = open.record();
      List<Part> parts = writing.parts(open);
      return new Row(
          record.id(),
          record.kind().word(),
          record.handle(),
          title,
          record.publishedAt(),
          null,
          writing.body(open, title, parts),
          writing.claims(open.claims()),
          writing.sets(open),
          Writing.dates(open),
          parts,
          0);
    }

    static Row deleted(GridRecord record, @Nullable String successor) {
      String kind = record.kind().word();
      List<String> sets = List.of("kind:" + kind);
      return new Row(
          record.id(),
          kind,
          record.handle(),
          null,
          null,
          successor,
          "{}",
          "[]",
          sets,
          List.of(),
          List.of(),
          0);
    }

    Row at(long place) {
      return new Row(
          record,
          kind,
          handle,
          title,
          publishedAt,
          successor,
          body,
          claims,
          sets,
          dates,
          parts,
          place);
    }

    boolean deleted() {
      return title == null;
    }

    byte[] digest() {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(body.getBytes(StandardCharsets.UTF_8));
        digest.update(claims.getBytes(StandardCharsets.UTF_8));
        digest.update(Objects.requireNonNullElse(successor, "").getBytes(StandardCharsets.UTF_8));
        return digest.digest();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    boolean differs(@Nullable Known known) {
      return known == null
          || known.deleted() != deleted()
          || !Arrays.equals(known.digest(), digest());
    }

    /** Whether those that name it must be written anew. */
    boolean renames(@Nullable Known known) {
      return known == null ? !deleted() : !Objects.equals(known.title(), title);
    }
  }

  /**
   * Says until the end of the transaction that items are being written, see {@link Items#WRITING}.
   */
  void begin() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", Items.WRITING).query(row -> {});
  }

  /** The database's time, later than all that was written before. */
  private Timestamp now() {
    return jdbc.sql(
            """
            select greatest(clock_timestamp(),
              (select max(changed_at) + interval '1 microsecond' from opendata.item))""")
        .query(Timestamp.class)
        .single();
  }

  Map<UUID, Known> known(Collection<UUID> ids) {
    Map<UUID, Known> found = new HashMap<>();
    jdbc.sql("select record, deleted, title, digest from opendata.item where record = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(
            row -> {
              found.put(
                  row.getObject(1, UUID.class),
                  new Known(row.getBoolean(2), row.getString(3), row.getBytes(4)));
            });
    return found;
  }

  Map<UUID, Named> names(Collection<UUID> ids) {
    Map<UUID, Named> found = new HashMap<>();
    jdbc.sql(
            """
            select record, kind, handle, title from opendata.item
            where record = any(:ids) and not deleted""")
        .param("ids", ids.toArray(UUID[]::new))
        .query(
            row -> {
              found.put(
                  row.getObject(1, UUID.class),
                  new Named(row.getString(2), row.getString(3), row.getString(4)));
            });
    return found;
  }

  List<UUID> live(Collection<UUID> ids) {
    return jdbc.sql("select record from opendata.item where record = any(:ids) and not deleted")
        .param("ids", ids.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  long position() {
    return jdbc.sql("select coalesce(max(position), 0) from opendata.item")
        .query(Long.class)
        .single();
  }

  List<ItemSource> sources() {
    return jdbc.sql("select * from opendata.source").query(ItemSource::read).list();
  }

  void write(ItemSource source) {
    jdbc.sql(
            """
            insert into opendata.source
              (id, name, licence, attribution, precedence, redistributable)
            values (:id, :name, :licence, :attribution, :precedence, :redistributable)
            on conflict (id) do update set name = excluded.name, licence = excluded.licence,
              attribution = excluded.attribution, precedence = excluded.precedence,
              redistributable = excluded.redistributable""")
        .paramSource(source)
        .update();
  }

  void write(List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Timestamp now = now();
    batches.batchUpdate(
        """
        insert into opendata.item (record, kind, handle, title, position, changed_at,
          published_at, deleted, successor, digest, body, claims, sets, dates)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (record) do update set title = excluded.title, position = excluded.position,
          changed_at = excluded.changed_at, published_at = excluded.published_at,
          deleted = excluded.deleted, successor = excluded.successor, digest = excluded.digest,
          body = excluded.body, claims = excluded.claims, sets = excluded.sets,
          dates = excluded.dates || item.dates[cardinality(excluded.dates) + 1 :]""",
        rows,
        rows.size(),
        (statement, row) -> {
          statement.setObject(1, row.record());
          statement.setString(2, row.kind());
          statement.setString(3, row.handle());
          statement.setString(4, row.title());
          statement.setLong(5, row.position());
          statement.setTimestamp(6, now);
          statement.setTimestamp(
              7, row.publishedAt() == null ? null : Timestamp.from(row.publishedAt()));
          statement.setBoolean(8, row.deleted());
          statement.setString(9, row.successor());
          statement.setBytes(10, row.digest());
          statement.setString(11, row.body());
          statement.setString(12, row.claims());
          statement.setArray(
              13, statement.getConnection().createArrayOf("text", row.sets().toArray()));
          statement.setArray(
              14, statement.getConnection().createArrayOf("text", row.dates().toArray()));
        });
    parts(rows);
  }

  private record Placed(UUID project, int place, Part part) {}

  private void parts(List<Row> rows) {
    jdbc.sql("delete from opendata.participation where project = any(:ids)")
        .param("ids", rows.stream().map(Row::record).toArray(UUID[]::new))
        .update();
    insert(placed(rows));
  }

  private static List<Placed> placed(List<Row> rows) {
    List<Placed> placed = new java.util.ArrayList<>();
    for (Row row : rows) {
      int place = 1;
      for (Part part : row.parts()) {
        placed.add(new Placed(row.record(), place++, part));
      }
    }
    return placed;
  }

  private void insert(List<Placed> placed) {
    batches.batchUpdate(
        """
        insert into opendata.participation (project, place, organisation, body)
        values (?, ?, ?, ?)""",
        placed,
        1_000,
        (statement, one) -> {
          statement.setObject(1, one.project());
          statement.setInt(2, one.place());
          statement.setObject(3, one.part().organisation());
          statement.setString(4, one.part().body());
        });
  }

  /** Takes the digests from what is stored, so that damage shows when items are built again. */
  void distrust() {
    jdbc.sql(
            """
            update opendata.item set digest = sha256(
              convert_to(body || claims || coalesce(successor, ''), 'UTF8'))""")
        .update();
    jdbc.sql("delete from opendata.source").update();
  }
}
