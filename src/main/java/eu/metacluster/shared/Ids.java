package eu.metacluster.shared;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes UUIDv7 identifiers (RFC 9562): the first 48 bits are the time in milliseconds, so that rows
 * written together lie together. Within one millisecond the ids of one process still ascend.
 */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static long last;

  private Ids() {}

  /** A new id, greater than every id this process made before. */
  public static synchronized UUID next() {
    long now = System.currentTimeMillis() << 12;
    last = Math.max(last + 1 + (RANDOM.nextInt() & 0x3), now);
    long high = (last >>> 12 << 16) | 0x7000L | (last & 0xFFFL);
    long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
