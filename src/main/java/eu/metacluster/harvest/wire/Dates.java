package eu.metacluster.harvest.wire;

import eu.metacluster.shared.PartialDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as sources write them, to ISO 8601 in the precision that they are stated in. */
public final class Dates {

  private static final Pattern ISO =
      Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2})(?:[T ].*)?)?)?");
  private static final Pattern WORDS =
      Pattern.compile("(\\p{L}{3,9})\\.?(?:\\s+(\\d{1,2}))?,?\\s+(\\d{4})");

  private static final int DAY = 10;

  private Dates() {}

  /** A year, a month or a day in numbers, with or without a time; empty when it is none. */
  public static String iso(String raw) {
    String text = raw.strip();
    if (text.length() == DAY && text.charAt(4) == '-' && text.charAt(7) == '-') {
      return day(text);
    }
    Matcher match = ISO.matcher(text);
    return match.matches() ? of(match.group(1), month(match.group(2)), match.group(3)) : "";
  }

  /** A date with the English name of its month, such as {@code March 4, 2015}; or in numbers. */
  public static String english(String raw) {
    Matcher match = WORDS.matcher(raw.strip());
    if (!match.matches()) {
      return iso(raw);
    }
    int month = month(match.group(1));
    return month == 0 ? "" : of(match.group(3), month, match.group(2));
  }

  /**
   * A date from its parts.
   *
   * @param year four digits, or the result is empty
   * @param month a number or an English name; empty or null when it is not known
   * @param day null or empty when it is not known
   */
  public static String of(String year, @Nullable String month, @Nullable String day) {
    return of(year, month(month), day);
  }

  private static String day(String text) {
    try {
      int year = Integer.parseInt(text, 0, 4, 10);
      LocalDate day =
          LocalDate.of(year, Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
      return year >= 1000 && year < 3000 ? day.toString() : "";
    } catch (DateTimeException | NumberFormatException e) {
      return "";
    }
  }

  private static String of(String year, int month, @Nullable String day) {
    if (!year.matches("[12]\\d{3}")) {
      return "";
    }
    if (month == 0) {
      return year;
    }
    try {
      String known = String.format(Locale.ROOT, "%s-%02d", year, month);
      if (day == null || !day.matches("\\d{1,2}")) {
        PartialDate.firstDay(known);
        return known;
      }
      return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)).toString();
    } catch (DateTimeException e) {
      return "";
    }
  }

  /** 1 to 12, other numbers as they are, 0 when it is none. */
  private static int month(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return 0;
    }
    if (text.matches("\\d{1,2}")) {
      return Integer.parseInt(text);
    }
    String upper = text.toUpperCase(Locale.ROOT);
    for (Month month : Month.values()) {
      if (upper.length() >= 3 && month.name().startsWith(upper)) {
        return month.getValue();
      }
    }
    return upper.equals("SEPT") ? 9 : 0;
  }
}
