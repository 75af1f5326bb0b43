package eu.metacluster.screening.away;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a member of the committee is away.
 *
 * @param account who is away
 * @param standIn who stands in
 * @param from the first day
 * @param to the last day
 * @param ended when it was called off, null when it was not
 */
public record Absence(
    UUID id, UUID account, UUID standIn, LocalDate from, LocalDate to, @Nullable Instant ended) {

  static Absence of(ResultSet row, int number) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new Absence(
        row.getObject("id", UUID.class),
        row.getObject("account", UUID.class),
        row.getObject("stand_in", UUID.class),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class),
        ended == null ? null : ended.toInstant());
  }

  /** Whether the person is away on this day. */
  public boolean on(LocalDate day) {
    return ended == null && !day.isBefore(from) && !day.isAfter(to);
  }

  /** Whether it can still be called off. */
  public boolean open(LocalDate today) {
    return ended == null && !to.isBefore(today);
  }
}
