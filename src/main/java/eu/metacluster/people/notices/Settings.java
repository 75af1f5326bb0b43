package eu.metacluster.people.notices;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * When a person wants mail.
 *
 * @param digestDay the day of the weekly digest
 * @param quietFrom the hour from which nothing is mailed, {@code null} when it always may be
 * @param quietTo the hour from which mail may come again
 */
public record Settings(
    DayOfWeek digestDay, @Nullable Integer quietFrom, @Nullable Integer quietTo) {

  static final Settings USUAL = new Settings(DayOfWeek.MONDAY, null, null);
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  /** When a notice of this moment is to be mailed; {@code null} when never. */
  @Nullable Instant due(Frequency frequency, ZonedDateTime now) {
    ZonedDateTime wanted =
        switch (frequency) {
          case AT_ONCE -> now;
          case DAILY -> morning(now, now.toLocalTime().isBefore(MORNING) ? 0 : 1);
          case WEEKLY -> weekly(now);
          case NEVER -> null;
        };
    return wanted == null ? null : afterQuiet(wanted).toInstant();
  }

  private ZonedDateTime weekly(ZonedDateTime now) {
    ZonedDateTime day = morning(now.with(TemporalAdjusters.nextOrSame(digestDay)), 0);
    return day.isAfter(now) ? day : morning(day, 7);
  }

  private static ZonedDateTime morning(ZonedDateTime day, int later) {
    return day.toLocalDate().plusDays(later).atTime(MORNING).atZone(day.getZone());
  }

  private ZonedDateTime afterQuiet(ZonedDateTime wanted) {
    if (quietFrom == null || quietTo == null || quietFrom.equals(quietTo)) {
      return wanted;
    }
    int hour = wanted.getHour();
    boolean overnight = quietFrom > quietTo;
    boolean quiet =
        overnight ? hour >= quietFrom || hour < quietTo : hour >= quietFrom && hour < quietTo;
    if (!quiet) {
      return wanted;
    }
    int days = overnight && hour >= quietFrom ? 1 : 0;
    return wanted
        .toLocalDate()
        .plusDays(days)
        .atTime(LocalTime.of(quietTo, 0))
        .atZone(wanted.getZone());
  }
}
