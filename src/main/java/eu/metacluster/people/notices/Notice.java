package eu.metacluster.people.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something one person was told.
 *
 * @param subject one line, in the person's language
 * @param body the text of a mail that carries this notice alone
 * @param path where it is on this site
 * @param due when it is mailed; {@code null} when it is not
 * @param mail the mail that carried it
 */
public record Notice(
    UUID id,
    UUID account,
    String topic,
    String subject,
    String body,
    String path,
    Instant created,
    @Nullable Instant due,
    @Nullable UUID mail) {

  static Notice of(ResultSet row, int number) throws SQLException {
    Timestamp due = row.getTimestamp("due_at");
    return new Notice(
        row.getObject("id", UUID.class),
        row.getObject("account", UUID.class),
        row.getString("topic"),
        row.getString("subject"),
        row.getString("body"),
        row.getString("path"),
        row.getTimestamp("created_at").toInstant(),
        due == null ? null : due.toInstant(),
        row.getObject("mail", UUID.class));
  }
}
