package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.items.Items;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the renderings. Their text is handed on as the bytes that the database sends. */
@Component
class OaiRows {

  private static final int KEY_LENGTH = 32;

  private final JdbcClient jdbc;
  private final JdbcTemplate rows;

  OaiRows(JdbcClient jdbc, JdbcTemplate rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /**
   * One rendering.
   *
   * @param record the id as text
   * @param xml null where only headers are asked for
   */
  record Row(byte[] record, long stamp, boolean deleted, byte[] specs, byte @Nullable [] xml) {}

  /** Takes rows one after the other. */
  interface Taker {
    void take(Row row);
  }

  /** Hands over the rows of a list after a place, at most {@code limit}. */
  void page(Selection selection, Place place, int limit, boolean whole, Taker taker) {
    String sql =
        "select record::text, stamp, deleted, specs"
            + (whole ? ", xml" : "")
            + " from opendata.rendering where format = '"
            + selection.format().prefix()
            + "' and (stamp, record) > (?, ?) and stamp < ?"
            + (selection.set() == null ? "" : " and sets @> array[cast(? as text)]")
            + " order by stamp, record limit ?";
    ConnectionCallback<Boolean> read =
        connection -> {
          page(connection, sql, selection, place, limit, whole, taker);
          return true;
        };
    rows.execute(read);
  }

  private static void page(
      Connection connection,
      String sql,
      Selection selection,
      Place place,
      int limit,
      boolean whole,
      Taker taker)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int at = 1;
      statement.setLong(at++, place.stamp());
      statement.setObject(at++, place.record());
      statement.setLong(at++, selection.until());
      if (selection.set() != null) {
        statement.setString(at++, selection.set());
      }
      statement.setInt(at, limit);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          taker.take(row(found, whole));
        }
      }
    }
  }

  private static Row row(ResultSet found, boolean whole) throws SQLException {
    return new Row(
        found.getBytes(1),
        found.getLong(2),
        found.getBoolean(3),
        found.getBytes(4),
        whole ? found.getBytes(5) : null);
  }

  /** How many rows a list has now. */
  long size(Selection selection) {
    return jdbc.sql(
            "select count(*) from opendata.rendering where format = :format and stamp >= :from"
                + " and stamp < :until"
                + (selection.set() == null ? "" : " and sets @> array[cast(:set as text)]"))
        .param("format", selection.format().prefix())
        .param("from", selection.from())
        .param("until", selection.until())
        .param("set", selection.set() == null ? "" : selection.set())
        .query(Long.class)
        .single();
  }

  /** A record in one form. */
  Optional<Row> find(UUID record, Format format) {
    return jdbc.sql(
            """
            select record::text, stamp, deleted, specs, xml from opendata.rendering
            where format = :format and record = :record""")
        .param("format", format.prefix())
        .param("record", record)
        .query((found, n) -> row(found, true))
        .optional();
  }

  /** The sets, what they are called by spec. */
  Map<String, String> sets() {
    Map<String, String> sets = new TreeMap<>();
    jdbc.sql("select spec, name from opendata.oai_set")
        .query(
            row -> {
              sets.put(row.getString(1), row.getString(2));
            });
    return sets;
  }

  /** When the first change was that is still told of, or now. */
  long earliest() {
    return jdbc.sql(
            """
            select coalesce(
              (select min(stamp) from opendata.rendering where format = 'oai_dc'),
              (extract(epoch from now()) * 1000000)::bigint)""")
        .query(Long.class)
        .single();
  }

  /**
   * The moment before which everything is told: now, or when somebody began to write who has not
   * ended yet. Whoever asks again from here misses nothing.
   */
  long complete() {
    return jdbc.sql(
            """
            select (extract(epoch from least(clock_timestamp(), (
              select min(a.xact_start) from pg_locks l join pg_stat_activity a on a.pid = l.pid
              where l.locktype = 'advisory' and l.classid = 0 and l.objid = :lock
                and l.database = (select oid from pg_database where datname = current_database())
            ))) * 1000000)::bigint""")
        .param("lock", Items.WRITING)
        .query(Long.class)
        .single();
  }

  /** The key that tokens are signed with, made when it is first asked for. */
  byte[] key() {
    byte[] fresh = new byte[KEY_LENGTH];
    new SecureRandom().nextBytes(fresh);
    jdbc.sql("insert into opendata.token_key (key) values (:key) on conflict do nothing")
        .param("key", fresh)
        .update();
    return jdbc.sql("select key from opendata.token_key").query(byte[].class).single();
  }
}
