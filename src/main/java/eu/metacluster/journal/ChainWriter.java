package eu.metacluster.journal;

import eu.metacluster.platform.CopyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Puts entries at the end of the chain. It locks the head until the transaction ends, so it is
 * called last.
 */
@Component
class ChainWriter {

  /** More than this many go by COPY. */
  static final int FEW = 50;

  /** Told with the new seq at each commit that wrote. */
  static final String CHANNEL = "metacluster_journal";

  private final JdbcTemplate jdbc;
  private final Clock clock = Clock.systemUTC();

  ChainWriter(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** An entry with its place in the chain. */
  private record Link(long seq, NewEntry entry, byte[] hash) {}

  private record Head(long seq, Instant at, byte[] hash) {}

  void write(List<NewEntry> entries) {
    Head head = lockHead();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant at = now.isBefore(head.at()) ? head.at() : now;
    List<Link> links = link(head, at, entries);
    if (links.size() > FEW) {
      copy(at, links);
    } else {
      jdbc.execute((Connection connection) -> insert(connection, at, links));
    }
    moveHead(at, links.getLast());
  }

  private Head lockHead() {
    Head head =
        jdbc.queryForObject(
            "select seq, at, hash from journal.head for update",
            (row, n) -> new Head(row.getLong(1), row.getTimestamp(2).toInstant(), row.getBytes(3)));
    if (head == null) {
      throw new IllegalStateException("the journal has no head");
    }
    return head;
  }

  private static List<Link> link(Head head, Instant at, List<NewEntry> entries) {
    ChainHash hash = new ChainHash();
    List<Link> links = new ArrayList<>(entries.size());
    long seq = head.seq();
    byte[] before = head.hash();
    for (NewEntry entry : entries) {
      before = hash.of(before, ++seq, at, entry);
      links.add(new Link(seq, entry, before));
    }
    return links;
  }

  private void copy(Instant at, List<Link> links) {
    CopyRows rows = new CopyRows();
    for (Link link : links) {
      NewEntry entry = link.entry();
      rows.add(link.seq()).add(at).add(entry.kind()).add(entry.subject()).add(entry.actor());
      rows.add(entry.data()).add(link.hash()).end();
    }
    rows.into(jdbc, "journal.entry (seq, at, kind, subject, actor, data, hash)");
  }

  private static int insert(Connection connection, Instant at, List<Link> links)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into journal.entry (seq, at, kind, subject, actor, data, hash)
            select e.seq, ?, e.kind, e.subject, e.actor, e.data, e.hash
            from unnest(?, ?, ?, ?, ?, ?) as e (seq, kind, subject, actor, data, hash)""")) {
      insert.setTimestamp(1, Timestamp.from(at));
      array(insert, 2, "bigint", links.stream().map(Link::seq).toArray());
      array(insert, 3, "text", links.stream().map(link -> link.entry().kind()).toArray());
      array(insert, 4, "uuid", links.stream().map(link -> link.entry().subject()).toArray());
      array(insert, 5, "uuid", links.stream().map(link -> link.entry().actor()).toArray());
      array(insert, 6, "text", links.stream().map(link -> link.entry().data()).toArray());
      array(insert, 7, "bytea", links.stream().map(Link::hash).toArray(byte[][]::new));
      return insert.executeUpdate();
    }
  }

  private static void array(PreparedStatement insert, int place, String type, Object[] values)
      throws SQLException {
    insert.setArray(place, insert.getConnection().createArrayOf(type, values));
  }

  private void moveHead(Instant at, Link last) {
    jdbc.query(
        """
        with moved as (update journal.head set seq = ?, at = ?, hash = ? returning seq)
        select pg_notify(?, seq::text) from moved""",
        row -> {},
        last.seq(),
        Timestamp.from(at),
        last.hash(),
        CHANNEL);
  }
}
