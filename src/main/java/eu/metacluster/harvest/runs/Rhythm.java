package eu.metacluster.harvest.runs;

import eu.metacluster.shared.Refusal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a source is read by itself.
 *
 * @param schedule six fields of cron (second minute hour day month weekday), or {@code every} and
 *     an ISO 8601 duration such as {@code every PT6H}; null when it is only started by hand
 * @param zone in which hours are meant
 * @param fromHour first hour of the day at which it may begin, null when any
 * @param untilHour hour of the day from which on it may not begin any more, null when any
 * @param next when it is read next, null when never
 */
public record Rhythm(
    @Nullable String schedule,
    ZoneId zone,
    @Nullable Integer fromHour,
    @Nullable Integer untilHour,
    @Nullable Instant next) {

  /** Started by hand only. */
  public static final Rhythm NONE =
      new Rhythm(null, ZoneId.of("Europe/Brussels"), null, null, null);

  private static final String EVERY = "every ";
  private static final Duration LEAST = Duration.ofMinutes(5);
  private static final int DAYS_AHEAD = 370;

  /**
   * Reads what a person set.
   *
   * @throws Refusal when it is no schedule, or one that would never or always be due
   */
  static Rhythm of(
      String schedule, String zone, @Nullable Integer fromHour, @Nullable Integer untilHour) {
    String plain = schedule.strip();
    try {
      Rhythm rhythm =
          new Rhythm(plain.isEmpty() ? null : plain, ZoneId.of(zone), fromHour, untilHour, null);
      boolean half = (fromHour == null) != (untilHour == null);
      if (half || (fromHour != null && fromHour.equals(untilHour)) || rhythm.impossible()) {
        throw refusal(plain);
      }
      return rhythm;
    } catch (DateTimeException | IllegalArgumentException e) {
      throw refusal(plain);
    }
  }

  private static Refusal refusal(String schedule) {
    return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1415", "harvest.refusal.schedule", schedule);
  }

  private boolean impossible() {
    if (schedule == null) {
      return false;
    }
    if (schedule.startsWith(EVERY)) {
      return every().compareTo(LEAST) < 0;
    }
    return after(Instant.parse("2026-01-01T00:00:00Z")) == null;
  }

  private Duration every() {
    return Duration.parse(String.valueOf(schedule).substring(EVERY.length()).strip());
  }

  /** The first time after this one at which it is due; null when never. */
  @Nullable Instant after(Instant time) {
    if (schedule == null) {
      return null;
    }
    if (schedule.startsWith(EVERY)) {
      return intoWindow(time.plus(every()).atZone(zone)).toInstant();
    }
    CronExpression cron = CronExpression.parse(schedule);
    ZonedDateTime next = cron.next(time.atZone(zone));
    ZonedDateTime end = time.atZone(zone).plusDays(DAYS_AHEAD);
    while (next != null && next.isBefore(end) && !inWindow(next)) {
      next = cron.next(next);
    }
    return next == null || !next.isBefore(end) ? null : next.toInstant();
  }

  private ZonedDateTime intoWindow(ZonedDateTime time) {
    if (fromHour == null || inWindow(time)) {
      return time;
    }
    ZonedDateTime opens = time.toLocalDate().atTime(fromHour, 0).atZone(zone);
    return opens.isBefore(time) ? opens.plusDays(1) : opens;
  }

  private boolean inWindow(ZonedDateTime time) {
    if (fromHour == null || untilHour == null) {
      return true;
    }
    int hour = time.getHour();
    return fromHour < untilHour
        ? hour >= fromHour && hour < untilHour
        : hour >= fromHour || hour < untilHour;
  }
}
