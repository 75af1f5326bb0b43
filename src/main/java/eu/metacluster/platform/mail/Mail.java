package eu.metacluster.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mail of the outbox.
 *
 * @param text empty once it was sent: links in it are nobody else's business
 * @param sent when the mail server took it
 * @param attempts how often it was tried
 * @param error why the last try failed
 * @param stop where a mail program can stop letters like it, null when it cannot
 */
public record Mail(
    UUID id,
    String to,
    String subject,
    String text,
    Instant created,
    @Nullable Instant sent,
    int attempts,
    @Nullable String error,
    @Nullable String stop) {

  static Mail of(ResultSet row, int number) throws SQLException {
    Timestamp sent = row.getTimestamp("sent_at");
    return new Mail(
        row.getObject("id", UUID.class),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body"),
        row.getTimestamp("created_at").toInstant(),
        sent == null ? null : sent.toInstant(),
        row.getInt("attempts"),
        row.getString("last_error"),
        row.getString("stop"));
  }

  /** The word for what became of it: {@code sent}, {@code failing} or {@code waiting}. */
  public String state() {
    return sent != null ? "sent" : error != null ? "failing" : "waiting";
  }
}
