package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.shared.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTests {

  private static final Instant NOW = Instant.parse("2026-11-21T22:15:00Z");

  @ParameterizedTest
  @CsvSource({
    "every PT6H,,,2026-11-22T04:15:00Z",
    "every P7D,,,2026-11-28T22:15:00Z",
    "0 30 4 * * MON,,,2026-11-23T03:30:00Z",
    "every PT1H,8,18,2026-11-22T07:00:00Z",
    "every PT1H,22,6,2026-11-21T23:15:00Z",
    "0 0 * * * *,8,18,2026-11-22T07:00:00Z"
  })
  void theNextTimeIsInItsZoneAndItsWindow(
      String schedule, @Nullable Integer from, @Nullable Integer until, Instant next) {
    assertThat(Rhythm.of(schedule, "Europe/Brussels", from, until).after(NOW)).isEqualTo(next);
  }

  @Test
  void withoutAScheduleItIsStartedByHand() {
    assertThat(Rhythm.of(" ", "UTC", null, null).after(NOW)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "every second",
        "every PT1S",
        "every -P1D",
        "0 0 0 31 2 *",
        "* * *",
        "nonsense",
        "every P1D\n; drop table"
      })
  void whatIsNoScheduleIsRefused(String schedule) {
    assertThatThrownBy(() -> Rhythm.of(schedule, "UTC", null, null)).isInstanceOf(Refusal.class);
  }

  @Test
  void aZoneThatIsNoneAndHalfAWindowAreRefused() {
    assertThatThrownBy(() -> Rhythm.of("every P1D", "Mars/Base", null, null))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> Rhythm.of("every P1D", "UTC", 4, null)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> Rhythm.of("every P1D", "UTC", 4, 4)).isInstanceOf(Refusal.class);
  }
}
