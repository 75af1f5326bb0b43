package eu.metacluster.shared;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * Calendar dates with the precision in which they are known, written as ISO 8601 does: {@code
 * 2026-11-21}, {@code 2026-11} or {@code 2026}.
 */
public final class PartialDate {

  private static final int YEAR = 4;
  private static final int MONTH = 7;

  private PartialDate() {}

  /**
   * The first day that a date may mean.
   *
   * @throws java.time.DateTimeException when it is no date of the three precisions
   */
  public static LocalDate firstDay(String text) {
    return switch (text.length()) {
      case YEAR -> Year.parse(text).atDay(1);
      case MONTH -> YearMonth.parse(text).atDay(1);
      default -> LocalDate.parse(text);
    };
  }

  /** Whether it is the whole date and not its month or year alone. */
  public static boolean isDay(String text) {
    return text.length() > MONTH;
  }
}
