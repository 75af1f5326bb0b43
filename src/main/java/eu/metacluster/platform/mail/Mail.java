package eu.metacluster.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mail of the outbox.
 *
 * @param text empty once it was sent: links in it are nobody else's business
 * @param sent when the mail server took it
 * @param attempts how often it was tried
 * @param error why the last try failed
 * @param headers further headers by name
 * @param bulk rather lost than sent twice
 * @param given since when it is not tried any more
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
    Map<String, String> headers,
    boolean bulk,
    @Nullable Instant given) {

  static Mail of(ResultSet row, int number) throws SQLException {
    return new Mail(
        row.getObject("id", UUID.class),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body"),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "sent_at"),
        row.getInt("attempts"),
        row.getString("last_error"),
        headers(row.getString("headers")),
        row.getBoolean("bulk"),
        instant(row, "given_up_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  private static Map<String, String> headers(String lines) {
    Map<String, String> headers = new LinkedHashMap<>();
    lines
        .lines()
        .map(line -> line.split(": ", 2))
        .filter(header -> header.length == 2)
        .forEach(header -> headers.put(header[0], header[1]));
    return headers;
  }

  /**
   * The word for what became of it: {@code sent}, {@code lost}, {@code failing} or {@code waiting}.
   */
  public String state() {
    return sent != null ? "sent" : given != null ? "lost" : error != null ? "failing" : "waiting";
  }
}
