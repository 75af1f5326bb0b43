package eu.metacluster.harvest.events;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/** The days on which a repeated event is, within a window and never more than a few. */
final class Repetition {

  /** No partnership meets by the hour. */
  private static final Pattern TOO_OFTEN = Pattern.compile("FREQ=(?:SECONDLY|MINUTELY|HOURLY)");

  private static final Pattern UNTIL = Pattern.compile(";?UNTIL=([0-9]{8})(?:T[0-9]{6}Z?)?");
  private static final int CANDIDATES = 500;

  private Repetition() {}

  /**
   * The beginnings that lie in the window, earliest first.
   *
   * @param rule as RFC 5545, 3.3.10 writes it
   * @param start the first beginning, local
   * @param left days that are left out
   * @return null when the rule cannot be followed
   */
  static @Nullable List<LocalDateTime> dates(
      String rule, LocalDateTime start, Set<LocalDate> left, LocalDate from, LocalDate to) {
    String upper = rule.toUpperCase(Locale.ROOT).strip();
    if (rule.length() > 500 || TOO_OFTEN.matcher(upper).find()) {
      return null;
    }
    try {
      Matcher until = UNTIL.matcher(upper);
      LocalDate end = until.find() ? day(until.group(1)) : to;
      LocalDate last = end.isBefore(to) ? end : to;
      Recur<LocalDateTime> recur = new Recur<>(until.replaceAll(""));
      List<LocalDateTime> dates =
          recur.getDates(start, from.atStartOfDay(), last.atTime(LocalTime.MAX), CANDIDATES);
      TreeSet<LocalDateTime> within = new TreeSet<>(dates);
      within.add(start);
      within.removeIf(
          date ->
              date.toLocalDate().isBefore(from)
                  || date.toLocalDate().isAfter(last)
                  || left.contains(date.toLocalDate()));
      return List.copyOf(within);
    } catch (IllegalArgumentException | DateTimeException | UnsupportedOperationException e) {
      return null;
    }
  }

  private static LocalDate day(String digits) {
    return LocalDate.parse(
        digits.substring(0, 4) + '-' + digits.substring(4, 6) + '-' + digits.substring(6));
  }
}
