package eu.metacluster.harvest.fetch;

import java.time.Duration;
import java.time.Instant;

/** The turns at each host: whoever asks takes a short stretch of time for itself. */
interface Turns {

  /** A stretch of time in which one node alone asks the host. */
  record Block(Instant from, Instant until) {}

  /** Takes the next free stretch of this length at or after a time. */
  Block reserve(String host, Instant at, Duration length);

  /** Nobody asks the host before this time. */
  void rest(String host, Instant until);

  /** Forgets the hosts that were free before then. */
  void forget(Instant freeBefore);
}
