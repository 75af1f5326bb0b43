package eu.metacluster.harvest.oai;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a list was read.
 *
 * @param token of the next page; empty for the list's start
 * @param from where the list begins; null for its whole
 * @param clock the repository's clock when the reading began
 * @param newest the last datestamp, as long as they came in order; else null
 */
record Place(String token, @Nullable Instant from, Instant clock, @Nullable Instant newest) {

  private static final String NONE = "-";

  /** Reads what {@link #toString} writes; null when it is something else. */
  static @Nullable Place parse(String text) {
    List<String> parts = List.of(text.split("\n", 4));
    Instant clock = parts.size() < 4 ? null : Granularity.read(parts.get(1));
    return clock == null
        ? null
        : new Place(
            parts.get(3),
            Granularity.read(parts.getFirst()),
            clock,
            Granularity.read(parts.get(2)));
  }

  @Override
  public String toString() {
    return (from == null ? NONE : from)
        + "\n"
        + clock
        + '\n'
        + (newest == null ? NONE : newest)
        + '\n'
        + token;
  }
}
