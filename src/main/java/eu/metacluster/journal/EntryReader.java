package eu.metacluster.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
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
