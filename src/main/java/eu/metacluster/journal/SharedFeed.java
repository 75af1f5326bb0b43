package eu.metacluster.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Feeds a follower that all nodes share. Its row in the database is locked while a batch is taken
 * in, so a second node skips it, and the position moves in the transaction of the batch.
 */
final class SharedFeed implements Feed {

  private final Follower follower;
  private final EntryReader reader;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  SharedFeed(
      Follower follower, EntryReader reader, JdbcClient jdbc, TransactionTemplate transaction) {
    this.follower = follower;
    this.reader = reader;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public String name() {
    return follower.name();
  }

  @Override
  public boolean ownOfNode() {
    return false;
  }

  @Override
  public void open() {
    jdbc.sql("insert into journal.follower (name) values (?) on conflict do nothing")
        .param(name())
        .update();
  }

  @Override
  public int step() {
    Integer taken = transaction.execute(status -> lockedPosition().map(this::batch).orElse(0));
    return taken == null ? 0 : taken;
  }

  private Optional<Long> lockedPosition() {
    return jdbc.sql("select position from journal.follower where name = ? for update skip locked")
        .param(name())
        .query(Long.class)
        .optional();
  }

  private int batch(long position) {
    List<Entry> entries = reader.after(position, BATCH);
    if (!entries.isEmpty()) {
      follower.follow(entries);
      move(entries.getLast().seq());
    }
    return entries.size();
  }

  private void move(long position) {
    jdbc.sql(
            """
            update journal.follower
            set position = ?, moved_at = now(), failing_since = null, failures = 0, error = null
            where name = ?""")
        .params(position, name())
        .update();
  }

  @Override
  public void forget() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("select position from journal.follower where name = ? for update")
              .param(name())
              .query(Long.class)
              .single();
          follower.forget();
          move(0);
        });
  }

  @Override
  public void failed(String error) {
    jdbc.sql(
            """
            update journal.follower
            set failures = failures + 1, failing_since = coalesce(failing_since, now()), error = ?
            where name = ?""")
        .params(error, name())
        .update();
  }

  @Override
  public FollowerState state(long head) {
    return jdbc.sql(
            """
            select position, moved_at, failures, failing_since, error
            from journal.follower where name = ?""")
        .param(name())
        .query((row, n) -> state(head, row))
        .optional()
        .orElseGet(() -> new FollowerState(name(), true, 0, head, null, 0, null, null));
  }

  private FollowerState state(long head, ResultSet row) throws SQLException {
    long position = row.getLong(1);
    return new FollowerState(
        name(),
        true,
        position,
        Math.max(0, head - position),
        instant(row.getTimestamp(2)),
        row.getInt(3),
        instant(row.getTimestamp(4)),
        row.getString(5));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
