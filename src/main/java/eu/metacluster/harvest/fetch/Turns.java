package eu.metacluster.harvest.fetch;

import java.time.Duration;
import java.time.Instant;

/** The turns at each host: whoever asks takes a short stretch of time for itself. */
interface Turns {

  /** A stretch of time in which one node alone asks the host. */
  record Block(Instant from, Instant until) {}

  /** Takes the next free stretch at or after a time: a second, or one gap when that is longer. */
  Block reserve(String host, Instant at, Duration gap);

  /** Nobody asks the host before this time. */
  void rest(String host, Instant until);

  /** Forgets the hosts that were free before then. */
  void forget(Instant freeBefore);
}
