package eu.metacluster.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was so for a while.
 *
 * @param kind a word: a standing, or {@code NAME} and {@code ALIAS}
 * @param text such as the name, or a reason
 * @param path of what it leads to, {@code null} when it leads nowhere
 */
public record Dated(
    String kind, String text, @Nullable String path, LocalDate from, @Nullable LocalDate to) {

  static Dated of(ResultSet row, int number) throws SQLException {
    return new Dated(
        row.getString("kind"),
        row.getString("text"),
        row.getString("path"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class));
  }
}
