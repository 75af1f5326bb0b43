package eu.metacluster.screening.linkage;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How far a pair stands out from the best other candidate of each of its two rows: the logarithm of
 * the ratio of the likenesses of whole rows, in steps.
 */
final class Rivals {

  private static final double[] STEPS = {
    -1.2, -.8, -.5, -.3, -.2, -.1, -.03, .03, .1, .2, .3, .5, .8, 1.2
  };
  static final int LEVELS = STEPS.length + 1;
  private static final double FAINT = 0.02;
  private static final double NOTHING = 0.001;

  private final byte[] ofOne;
  private final byte[] ofOther;

  /**
   * @param left out: pairs to be treated as if they were not candidates
   */
  Rivals(Pairs pairs, float[] whole, BitSet left, int rows, boolean twoTables) {
    float[] best = new float[rows];
    float[] second = new float[rows];
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (!left.get(pair)) {
        note(best, second, pairs.one()[pair], whole[pair]);
        note(best, second, pairs.other()[pair], whole[pair]);
      }
    }
    ofOne = new byte[pairs.size()];
    ofOther = new byte[pairs.size()];
    for (int pair = 0; pair < pairs.size(); pair++) {
      byte one = level(whole[pair], rival(best, second, pairs.one()[pair], whole[pair]));
      byte other = level(whole[pair], rival(best, second, pairs.other()[pair], whole[pair]));
      ofOne[pair] = twoTables || one < other ? one : other;
      ofOther[pair] = twoTables || one < other ? other : one;
    }
  }

  private static void note(float[] best, float[] second, int row, float likeness) {
    if (likeness > best[row]) {
      second[row] = best[row];
      best[row] = likeness;
    } else if (likeness > second[row]) {
      second[row] = likeness;
    }
  }

  private static float rival(float[] best, float[] second, int row, float likeness) {
    return likeness >= best[row] ? second[row] : best[row];
  }

  private static byte level(double likeness, double rival) {
    double ratio = Math.log(Math.max(likeness, NOTHING) / Math.max(rival, FAINT));
    int place = Arrays.binarySearch(STEPS, ratio);
    return (byte) (place < 0 ? -place - 1 : place);
  }

  byte ofOne(int pair) {
    return ofOne[pair];
  }

  byte ofOther(int pair) {
    return ofOther[pair];
  }
}
