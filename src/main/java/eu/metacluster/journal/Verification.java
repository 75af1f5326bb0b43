package eu.metacluster.journal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one walk along the chain found.
 *
 * @param at when it ended
 * @param seq the end of the chain as the head has it
 * @param hash hash of the end, lower-case hexadecimal
 * @param entries entries read
 * @param problems how many problems it found
 * @param first the first of them, null when the chain is whole
 * @param took how long it took
 */
public record Verification(
    Instant at,
    long seq,
    String hash,
    long entries,
    long problems,
    @Nullable Problem first,
    Duration took) {

  /** Whether every entry is there as it was written. */
  public boolean whole() {
    return problems == 0;
  }

  /** Entries read in a second. */
  public long perSecond() {
    return entries * 1_000 / Math.max(1, took.toMillis());
  }
}
