package eu.metacluster.screening.cases;

import java.util.UUID;
import java.util.function.Predicate;

/**
 * The short name of a case in addresses and in talk: six signs without i, l, o and u, made from its
 * first record, so that a rebuilt queue has the same addresses.
 */
public final class CaseHandle {

  static final int LENGTH = 6;
  private static final String SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";

  private CaseHandle() {}

  /** The first handle for this record that is not taken. */
  public static String of(UUID record, Predicate<String> taken) {
    long mixed = record.getLeastSignificantBits() ^ record.getMostSignificantBits();
    for (long attempt = 0; ; attempt++) {
      String handle = signs(mix(mixed + attempt));
      if (!taken.test(handle)) {
        return handle;
      }
    }
  }

  private static String signs(long number) {
    StringBuilder handle = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      handle.append(SIGNS.charAt((int) (number >>> (5 * i)) & 31));
    }
    return handle.toString();
  }

  private static long mix(long number) {
    long mixed = (number ^ (number >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
