package eu.metacluster.screening.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkingCalendarTests {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private final WorkingCalendar plain = new WorkingCalendar(Set.of());

  @Test
  void twoWeeksWithoutHolidaysAreFourteenDays() {
    assertThat(plain.due(MONDAY)).isEqualTo(MONDAY.plusDays(14));
    assertThat(plain.workingDays(MONDAY, plain.due(MONDAY))).isEqualTo(10);
  }

  @Test
  void aDecisionIsNeverPromisedForAWeekend() {
    LocalDate saturday = MONDAY.plusDays(5);
    assertThat(plain.due(saturday)).isEqualTo(MONDAY.plusDays(21));
  }

  @Test
  void theHolidaysAtTheEndOfTheYearDoNotCount() {
    Set<LocalDate> free =
        IntStream.rangeClosed(24, 31)
            .mapToObj(day -> LocalDate.of(2026, 12, day))
            .collect(Collectors.toSet());
    free.add(LocalDate.of(2027, 1, 1));
    WorkingCalendar calendar = new WorkingCalendar(free);
    LocalDate due = calendar.due(LocalDate.of(2026, 12, 16));
    assertThat(calendar.works(due)).isTrue();
    assertThat(due).isEqualTo(LocalDate.of(2027, 1, 6));
  }

  @Test
  void remindersComeRatherEarlyThanLate() {
    assertThat(plain.workingDayUpTo(MONDAY.plusDays(13))).isEqualTo(MONDAY.plusDays(11));
  }

  @Test
  void aPauseMovesThePromiseByWorkingDays() {
    assertThat(plain.later(MONDAY.plusDays(4), 3)).isEqualTo(MONDAY.plusDays(9));
  }
}
