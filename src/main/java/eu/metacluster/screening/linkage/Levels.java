package eu.metacluster.screening.linkage;

import java.util.Arrays;

/**
 * The levels of agreement of pairs, one list per feature: what was compared, then how far the pair
 * stands out from the rivals of its first and of its second row.
 */
record Levels(byte[][] of) {

  private static final int[] HUNDREDTHS = {10, 20, 30, 40, 50, 60, 70, 80, 90, 97};

  static Levels of(Comparison comparison, Rivals rivals, int[] pairs) {
    int features = comparison.features();
    byte[][] levels = new byte[features + 2][pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      for (int feature = 0; feature < features; feature++) {
        levels[feature][i] = level(comparison.at(feature, pairs[i]));
      }
      levels[features][i] = rivals.ofOne(pairs[i]);
      levels[features + 1][i] = rivals.ofOther(pairs[i]);
    }
    return new Levels(levels);
  }

  /** The same with nothing said about rivals, where a row may have many partners. */
  Levels withoutRivals() {
    byte[][] levels = of.clone();
    byte[] silent = new byte[size()];
    Arrays.fill(silent, Comparison.SILENT);
    levels[levels.length - 1] = silent;
    levels[levels.length - 2] = silent;
    return new Levels(levels);
  }

  private static byte level(byte hundredths) {
    if (hundredths == Comparison.SILENT) {
      return hundredths;
    }
    int place = Arrays.binarySearch(HUNDREDTHS, hundredths);
    return (byte) (place < 0 ? -place - 1 : place + 1);
  }

  static int count() {
    return Math.max(HUNDREDTHS.length + 1, Rivals.LEVELS);
  }

  int features() {
    return of.length;
  }

  int size() {
    return of[0].length;
  }
}
