package eu.metacluster.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person is, somewhere, for a while.
 *
 * @param role a word such as {@code ADMINISTRATOR} or {@code REPRESENTATIVE}
 * @param kind {@code site}, {@code organisation} or {@code body}
 * @param place which one; {@code null} for the site
 * @param from the first day
 * @param to the last day, {@code null} when it has no end yet
 */
public record HeldRole(
    UUID id,
    UUID account,
    String role,
    String kind,
    @Nullable UUID place,
    LocalDate from,
    @Nullable LocalDate to) {

  static HeldRole of(ResultSet row, int number) throws SQLException {
    return new HeldRole(
        row.getObject("id", UUID.class),
        row.getObject("account", UUID.class),
        row.getString("role"),
        row.getString("place_kind"),
        row.getObject("place", UUID.class),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class));
  }

  /** Whether it is held on this day. */
  public boolean on(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
