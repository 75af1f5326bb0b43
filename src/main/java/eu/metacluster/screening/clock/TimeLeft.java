package eu.metacluster.screening.clock;

import java.time.LocalDate;

/**
 * How much of a promise is left.
 *
 * @param due the promised day
 * @param days working days from today to it, or since it when it has passed; 0 on the day itself,
 *     and on a weekend right after it
 * @param late whether the promised day has passed
 */
public record TimeLeft(LocalDate due, int days, boolean late) {

  static TimeLeft of(WorkingCalendar calendar, LocalDate today, LocalDate due) {
    return new TimeLeft(due, Math.abs(calendar.workingDays(today, due)), due.isBefore(today));
  }

  /** Key of the words for it, with the days and the promised day as arguments. */
  public String key() {
    return late ? "screening.left.late" : "screening.left";
  }
}
