package eu.metacluster.harvest.fetch;

import java.time.Duration;

/**
 * How much of a server's answer is taken.
 *
 * @param bytes unpacked bytes
 * @param idle how long no byte may come
 * @param total how long it may take from the request to the last byte
 */
public record FetchLimits(long bytes, Duration idle, Duration total) {

  /** For pages, feeds and the pages of lists. */
  public static final FetchLimits PAGE =
      new FetchLimits(64L << 20, Duration.ofSeconds(20), Duration.ofMinutes(2));

  /** For whole exports. */
  public static final FetchLimits FILE =
      new FetchLimits(8L << 30, Duration.ofSeconds(60), Duration.ofHours(3));

  /** For the first look at an address that a person typed. */
  public static final FetchLimits LOOK =
      new FetchLimits(16L << 20, Duration.ofSeconds(8), Duration.ofSeconds(15));

  /** For robots.txt; RFC 9309 asks for at least 500 KiB. */
  static final FetchLimits ROBOTS =
      new FetchLimits(1L << 20, Duration.ofSeconds(8), Duration.ofSeconds(15));
}
