package eu.metacluster.harvest.values;

import eu.metacluster.harvest.CleanText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days and times as pages and programs write them, in ISO 8601: a day, a local time, or a time with
 * its offset.
 */
public final class Moments {

  private static final int LONGEST = 80;
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2199;

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-?(\\d{2})-?(\\d{2})"
              + "(?:[T ]\\s*(\\d{2}):?(\\d{2})(?::?(\\d{2}))?(?:[.,]\\d+)?"
              + "\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?");

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?:,?\\s+(\\d{1,2})[:h](\\d{2})(?::(\\d{2}))?)?");

  private static final Pattern YEAR_OR_MONTH = Pattern.compile("\\d{4}(?:-(?:0[1-9]|1[0-2]))?");

  private Moments() {}

  /**
   * Reads a day or a time. A local midnight is how many systems write a day, and is read as one.
   *
   * @param raw ISO 8601 in its long or short writing, or the day before the month as Europe writes
   *     it with numbers
   * @param zone where a local time holds, null when nobody says
   * @return a day, or a time to the minute or second; null when it is neither
   */
  public static @Nullable String read(String raw, @Nullable ZoneId zone) {
    String text = CleanText.line(raw);
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    try {
      Matcher iso = ISO.matcher(text);
      if (iso.matches()) {
        LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
        return written(day, time(iso, 4), iso.group(7), zone);
      }
      Matcher dayFirst = DAY_FIRST.matcher(text);
      if (dayFirst.matches()) {
        LocalDate day = LocalDate.of(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1));
        return written(day, time(dayFirst, 4), null, zone);
      }
    } catch (DateTimeException e) {
      return null;
    }
    return null;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static @Nullable LocalTime time(Matcher matcher, int group) {
    if (matcher.group(group) == null) {
      return null;
    }
    int second = matcher.group(group + 2) == null ? 0 : number(matcher, group + 2);
    return LocalTime.of(number(matcher, group), number(matcher, group + 1), Math.min(second, 59));
  }

  private static @Nullable String written(
      LocalDate day, @Nullable LocalTime time, @Nullable String offset, @Nullable ZoneId zone) {
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      return null;
    }
    if (time == null || (offset == null && time.equals(LocalTime.MIDNIGHT))) {
      return day.toString();
    }
    LocalDateTime local = day.atTime(time);
    if (offset != null) {
      return local.atOffset(offset(offset)).toString();
    }
    return zone == null ? local.toString() : local.atZone(zone).toOffsetDateTime().toString();
  }

  private static ZoneOffset offset(String text) {
    return text.equals("UTC") || text.equals("GMT") ? ZoneOffset.UTC : ZoneOffset.of(text);
  }

  /** A time in a zone. */
  public static String at(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toOffsetDateTime().toString();
  }

  /** The day of what {@link #read} gives. */
  public static LocalDate day(String moment) {
    return LocalDate.parse(moment.substring(0, 10));
  }

  /** The time as an instant; null for a day and for a local time. */
  public static @Nullable Instant instant(String moment) {
    try {
      return OffsetDateTime.parse(moment).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A day, a month or a year as it stands; null for anything else. */
  public static @Nullable String partial(String raw) {
    String text = CleanText.line(raw);
    if (YEAR_OR_MONTH.matcher(text).matches()) {
      return text;
    }
    String moment = read(text, null);
    return moment == null ? null : moment.substring(0, 10);
  }

  /** A time zone by its name; null when there is none of that name. */
  public static @Nullable ZoneId zone(String name) {
    try {
      return name.isBlank() ? null : ZoneId.of(name.strip());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
