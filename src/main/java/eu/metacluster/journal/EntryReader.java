package eu.metacluster.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the chain. */
@Component
class EntryReader {

  static final String COLUMNS = "select seq, at, kind, subject, actor, data, hash ";

  private final JdbcClient jdbc;

  EntryReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long head() {
    return jdbc.sql("select seq from journal.head").query(Long.class).single();
  }

  List<Entry> after(long seq, int limit) {
    return jdbc.sql(COLUMNS + "from journal.entry where seq > ? order by seq limit ?")
        .params(seq, limit)
        .query(EntryReader::entry)
        .list();
  }

  List<Entry> history(UUID subject, int limit) {
    return jdbc.sql(COLUMNS + "from journal.entry where subject = ? order by seq desc limit ?")
        .params(subject, limit)
        .query(EntryReader::entry)
        .list();
  }

  /** Entries below {@code before} that pass the filter, newest first. */
  List<Entry> older(EntryFilter filter, long before, int limit) {
    return list(filter, "seq < ?", before, "order by seq desc limit ?", limit);
  }

  /** Entries above {@code after} that pass the filter, oldest first. */
  List<Entry> newer(EntryFilter filter, long after, int limit) {
    return list(filter, "seq > ?", after, "order by seq limit ?", limit);
  }

  private List<Entry> list(EntryFilter filter, String edge, long seq, String order, int limit) {
    StringBuilder where = new StringBuilder(edge);
    List<Object> values = new ArrayList<>(List.of(seq));
    also(where, values, " and kind = ?", filter.kind());
    also(where, values, " and subject = ?", filter.subject());
    also(where, values, " and actor = ?", filter.actor());
    also(where, values, " and seq >= ?", filter.from() == null ? null : first(filter.from()));
    also(where, values, " and seq < ?", filter.until() == null ? null : first(filter.until()));
    values.add(limit);
    return jdbc.sql(COLUMNS + "from journal.entry where " + where + " " + order)
        .params(values)
        .query(EntryReader::entry)
        .list();
  }

  private static void also(
      StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      where.append(condition);
      values.add(value);
    }
  }

  /** The seq of the first entry at this time or later; the next free one when there is none. */
  private long first(Instant at) {
    return jdbc.sql("select seq from journal.entry where at >= ? order by at, seq limit 1")
        .param(Timestamp.from(at))
        .query(Long.class)
        .optional()
        .orElseGet(() -> head() + 1);
  }

  /** The kinds that occur, by name; one look into the index for each. */
  List<String> kinds() {
    return jdbc.sql(
            """
            with recursive found as (
              (select kind from journal.entry order by kind limit 1)
              union all
              select (select e.kind from journal.entry e where e.kind > found.kind
                      order by e.kind limit 1)
              from found where found.kind is not null)
            select kind from found where kind is not null""")
        .query(String.class)
        .list();
  }

  static Entry entry(ResultSet row, int n) throws SQLException {
    return new Entry(
        row.getLong("seq"),
        row.getTimestamp("at").toInstant(),
        row.getString("kind"),
        row.getObject("subject", UUID.class),
        row.getObject("actor", UUID.class),
        row.getString("data"));
  }
}
