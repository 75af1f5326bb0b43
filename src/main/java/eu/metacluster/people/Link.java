package eu.metacluster.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A one-time link that still serves.
 *
 * @param account whom it signs in; {@code null} for the first administrator's
 * @param back the page that the person wanted
 */
record Link(Purpose purpose, @Nullable UUID account, String back) {

  static Link of(ResultSet row, int number) throws SQLException {
    return new Link(
        Purpose.valueOf(row.getString("purpose")),
        row.getObject("account", UUID.class),
        row.getString("back"));
  }
}
