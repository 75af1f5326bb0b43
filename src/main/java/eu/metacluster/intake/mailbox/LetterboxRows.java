package eu.metacluster.intake.mailbox;

import eu.metacluster.shared.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails in the letterbox, as they came. Taken ones stay until they are old. */
@Component
class LetterboxRows {

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  LetterboxRows(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  /** A mail as it came. */
  record Raw(UUID id, Instant at, byte[] bytes) {}

  /**
   * Keeps a mail; it is there for good when this returns.
   *
   * @param sender whose mail it is, in small letters; empty when that cannot be told
   */
  void keep(Path file, String sender) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      template.execute(
          (ConnectionCallback<Integer>)
              connection -> {
                try (var insert =
                    connection.prepareStatement(
                        "insert into intake.letterbox (id, sender, raw) values (?, ?, ?)")) {
                  insert.setObject(1, Ids.next());
                  insert.setString(2, sender);
                  insert.setBinaryStream(3, in, size);
                  return insert.executeUpdate();
                }
              });
    }
  }

  /** Those that nobody has taken, the earliest first; of those that failed, the ones due again. */
  List<UUID> waiting(int most) {
    return jdbc.sql(
            """
            select id from intake.letterbox where taken_at is null and due_at <= now()
            order by due_at limit ?""")
        .param(most)
        .query(UUID.class)
        .list();
  }

  @Nullable Raw find(UUID id) {
    return jdbc.sql("select * from intake.letterbox where id = ?")
        .param(id)
        .query(
            (row, n) ->
                new Raw(
                    id,
                    Objects.requireNonNull(row.getTimestamp("at")).toInstant(),
                    row.getBytes("raw")))
        .optional()
        .orElse(null);
  }

  void taken(UUID id) {
    jdbc.sql("update intake.letterbox set taken_at = now() where id = ?").param(id).update();
  }

  /** When mails of this person came. */
  List<Map<String, Object>> of(String sender) {
    return jdbc.sql("select at from intake.letterbox where sender = ? order by at")
        .param(sender)
        .query((row, n) -> Map.<String, Object>of("at", row.getTimestamp("at").toInstant()))
        .list();
  }

  /** Removes the mails of this person. */
  void forget(String sender) {
    jdbc.sql("delete from intake.letterbox where sender = ?").param(sender).update();
  }

  /** It is tried again at this time. */
  void later(UUID id, Instant due) {
    jdbc.sql("update intake.letterbox set due_at = ? where id = ?")
        .params(Timestamp.from(due), id)
        .update();
  }
}
