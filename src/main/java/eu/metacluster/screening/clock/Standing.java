package eu.metacluster.screening.clock;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a clock stands.
 *
 * @param left working days from today until the promised day, negative when it has passed
 * @param stopped why somebody stopped it, null when it runs or waits for an answer
 */
public record Standing(int left, @Nullable String stopped) {

  /**
   * The columns that {@link #read} needs, for a row of {@code screening.case c}; {@code :today} is
   * a parameter.
   */
  public static final String COLUMNS =
      """
      (select p.reason from screening.pause p
       where p.case_id = c.id and p.until is null and p.cause <> 'question') as stopped, \
      array(select f.day from screening.free_day f
        where f.day between least(:today, c.due_on) and greatest(:today, c.due_on)) as free_days""";

  /** Reads it from a row with {@link #COLUMNS}. */
  public static Standing read(ResultSet row, LocalDate today, LocalDate due) throws SQLException {
    Date[] free = (Date[]) row.getArray("free_days").getArray();
    WorkingCalendar calendar =
        new WorkingCalendar(Arrays.stream(free).map(Date::toLocalDate).collect(Collectors.toSet()));
    return new Standing(calendar.workingDays(today, due), row.getString("stopped"));
  }
}
