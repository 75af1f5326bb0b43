package eu.metacluster.screening.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The days on which somebody works. The promise of {@value #DAYS} days counts weekends, which are
 * part of two weeks, but no holiday; it never ends on a day on which nobody works.
 *
 * @param free days on which nobody works, Saturdays and Sundays not among them
 */
public record WorkingCalendar(Set<LocalDate> free) {

  /** Days from receipt to the promised decision. */
  public static final int DAYS = 14;

  private static final int LONGEST = 4000;

  /** Whether somebody works on this day. */
  public boolean works(LocalDate day) {
    return !weekend(day) && !free.contains(day);
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** The day until which a decision is promised on what was received on this one. */
  public LocalDate due(LocalDate received) {
    LocalDate due = day(received, DAYS);
    while (!works(due)) {
      due = due.plusDays(1);
    }
    return due;
  }

  /** The so-manieth day of a clock that started on this one. */
  public LocalDate day(LocalDate received, int number) {
    LocalDate day = received;
    for (int counted = 0; counted < number; ) {
      day = day.plusDays(1);
      if (weekend(day) || works(day)) {
        counted++;
      }
    }
    return day;
  }

  /** The last working day up to this one: reminders come rather early than late. */
  public LocalDate workingDayUpTo(LocalDate day) {
    LocalDate at = day;
    while (!works(at)) {
      at = at.minusDays(1);
    }
    return at;
  }

  /** The working days after {@code from} up to {@code to}; negative when it lies behind. */
  public int workingDays(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return -workingDays(to, from);
    }
    int days = 0;
    LocalDate day = from;
    for (int i = 0; i < LONGEST && day.isBefore(to); i++) {
      day = day.plusDays(1);
      if (works(day)) {
        days++;
      }
    }
    return days;
  }

  /** A due day moved on by so many working days. */
  public LocalDate later(LocalDate due, int workingDays) {
    LocalDate day = due;
    for (int moved = 0; moved < workingDays; ) {
      day = day.plusDays(1);
      if (works(day)) {
        moved++;
      }
    }
    return day;
  }
}
