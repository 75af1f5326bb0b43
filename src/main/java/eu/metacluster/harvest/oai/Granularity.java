package eu.metacluster.harvest.oai;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How finely a repository tells times apart. */
enum Granularity {
  DAY(Duration.ofDays(1)),
  SECOND(Duration.ofSeconds(1));

  private static final int DATE = 10;

  private final Duration unit;

  Granularity(Duration unit) {
    this.unit = unit;
  }

  /** By the pattern in {@code Identify}. */
  static Granularity of(String pattern) {
    return pattern.length() > DATE ? SECOND : DAY;
  }

  /** As the repository writes it. */
  String write(Instant at) {
    return this == DAY
        ? at.atZone(ZoneOffset.UTC).toLocalDate().toString()
        : at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** One unit earlier: what was written in the same unit after it was read is not missed. */
  Instant before(Instant at) {
    return at.minus(unit);
  }

  /** A datestamp of either granularity; null when it is none. */
  static @Nullable Instant read(String text) {
    try {
      return text.length() == DATE
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
