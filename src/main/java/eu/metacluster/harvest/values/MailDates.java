package eu.metacluster.harvest.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as mail and feeds write them (RFC 822, 2822), and as feeds write them in truth: with years
 * of two digits, month names in full, weekdays that are wrong, and zones by name.
 */
public final class MailDates {

  private static final Pattern DATE =
      Pattern.compile(
          "(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})[\\s-]+(\\p{L}{3,9})\\.?,?[\\s-]+(\\d{4}|\\d{2})"
              + "(?:,?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([+-]\\d{4}|[+-]\\d{2}:\\d{2}|[A-Za-z]{1,5})?)?");

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Map<String, String> ZONES =
      Map.of(
          "EST", "-05:00", "EDT", "-04:00", "CST", "-06:00", "CDT", "-05:00", "MST", "-07:00",
          "PST", "-08:00", "PDT", "-07:00", "CET", "+01:00", "CEST", "+02:00", "BST", "+01:00");

  private static final int CENTURY = 100;

  /** RFC 2822: 00 to 49 are of this century. */
  private static final int PIVOT = 50;

  private MailDates() {}

  /**
   * Reads a date.
   *
   * @return as {@link Moments#read} writes it; null when it is none
   */
  public static @Nullable String read(String raw) {
    Matcher date = DATE.matcher(raw.strip());
    if (raw.length() > CENTURY || !date.matches()) {
      return null;
    }
    int month = MONTHS.indexOf(date.group(2).substring(0, 3).toLowerCase(Locale.ROOT));
    if (month < 0) {
      return null;
    }
    try {
      LocalDate day = LocalDate.of(year(date.group(3)), month + 1, number(date.group(1)));
      return date.group(4) == null ? day.toString() : timed(day, date);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int year(String text) {
    int year = number(text);
    return text.length() == 4 ? year : year + (year < PIVOT ? 2000 : 1900);
  }

  private static int number(@Nullable String text) {
    return text == null ? 0 : Integer.parseInt(text);
  }

  private static String timed(LocalDate day, Matcher date) {
    int second = Math.min(number(date.group(6)), 59);
    LocalTime time = LocalTime.of(number(date.group(4)), number(date.group(5)), second);
    return day.atTime(time).atOffset(offset(date.group(7))).toString();
  }

  /** A zone that nobody knows means UTC (RFC 2822, 4.3). */
  private static ZoneOffset offset(@Nullable String zone) {
    if (zone == null) {
      return ZoneOffset.UTC;
    }
    return Character.isLetter(zone.charAt(0))
        ? ZoneOffset.of(ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), "Z"))
        : ZoneOffset.of(zone);
  }
}
