package eu.metacluster.screening.linkage;

import java.util.Arrays;
import java.util.BitSet;

/** Gives each row one partner at most, the likeliest pairs first. */
final class Assignment {

  private Assignment() {}

  /**
   * @param left out: pairs that may not be chosen
   * @return numbers of the chosen pairs, the likeliest first
   */
  static int[] of(Pairs pairs, double[] odds, BitSet left) {
    int[] order = order(odds, left);
    BitSet taken = new BitSet();
    int[] chosen = new int[order.length];
    int count = 0;
    for (int pair : order) {
      int one = pairs.one()[pair];
      int other = pairs.other()[pair];
      if (!taken.get(one) && !taken.get(other)) {
        taken.set(one);
        taken.set(other);
        chosen[count++] = pair;
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  /** Numbers by falling odds, equals in their order. */
  static int[] order(double[] odds, BitSet left) {
    long[] keys = new long[odds.length];
    int count = 0;
    for (int i = 0; i < odds.length; i++) {
      if (!left.get(i)) {
        int bits = Float.floatToIntBits((float) -odds[i]);
        int rising = bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
        keys[count++] = (rising & 0xffffffffL) << 31 | i;
      }
    }
    Arrays.parallelSort(keys, 0, count);
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = (int) (keys[i] & Integer.MAX_VALUE);
    }
    return order;
  }
}
