package eu.metacluster.screening.scope;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * What is usual among the texts that are ranked: by how many deviations one stands out, and the
 * rough probability that this gives.
 *
 * <p>Vectors are made for the likeliest texts first. So that a text without one is not judged by
 * those, its likeness in meaning is what its words let expect (a line fitted to the texts that have
 * both, and how far these lie beside it).
 *
 * @param slope of that line, by deviations in words
 * @param moved where a probability of one half lies, in deviations that are drawn in
 */
record Yardstick(
    double wordMean,
    double wordSpread,
    double slope,
    double intercept,
    double meantMean,
    double meantSpread,
    double moved) {

  /** Before any text is known. */
  static final Yardstick UNKNOWN = new Yardstick(0.02, 0.03, 0, 0, 0, 0, 1.5);

  private static final double STEEPNESS = 2.5;
  private static final double SHARE = 0.05;
  private static final double FEWEST = 2;
  private static final int LINE_FROM = 20;

  /** The part of the variance that two groups must explain; of an even spread it is 0.75. */
  private static final double CLEAR = 0.8;

  /** Whether there are enough vectors among these likenesses (NaN for none) to go by. */
  static boolean enough(double[] meant) {
    long there = Arrays.stream(meant).filter(value -> !Double.isNaN(value)).count();
    return there >= LINE_FROM || (there > 0 && 2 * there >= meant.length);
  }

  /**
   * @param words likeness in words of each text
   * @param meant likeness in meaning of each, NaN where a text has no vector
   */
  static Yardstick of(double[] words, double[] meant) {
    double mean = mean(words);
    double spread = spread(words, mean);
    double[] standing = map(words, value -> standing(value, mean, spread));
    if (!enough(meant)) {
      return new Yardstick(mean, spread, 0, 0, 0, 0, moved(standing));
    }
    int[] both = IntStream.range(0, words.length).filter(i -> !Double.isNaN(meant[i])).toArray();
    double[] x = IntStream.of(both).mapToDouble(i -> standing[i]).toArray();
    double[] y = IntStream.of(both).mapToDouble(i -> meant[i]).toArray();
    double slope = both.length < LINE_FROM ? 0 : Math.max(0, slope(x, y));
    double intercept = mean(y) - slope * mean(x);
    double[] beside = new double[both.length];
    Arrays.setAll(beside, i -> y[i] - intercept - slope * x[i]);
    double meantSpread = Math.hypot(slope, spread(beside, 0));
    Yardstick unmoved = new Yardstick(mean, spread, slope, intercept, intercept, meantSpread, 0);
    double[] together = new double[words.length];
    Arrays.setAll(together, i -> unmoved.standing(words[i], true, meant[i]));
    return new Yardstick(mean, spread, slope, intercept, intercept, meantSpread, moved(together));
  }

  /**
   * The rough probability of a text to belong.
   *
   * @param meaning whether the scope has vectors
   * @param meant NaN when the text has none
   */
  double probability(double words, boolean meaning, double meant) {
    return probability(standing(words, meaning, meant), moved);
  }

  private double standing(double words, boolean meaning, double meant) {
    double standing = standing(words, wordMean, wordSpread);
    if (!meaning) {
      return standing;
    }
    double likeness = Double.isNaN(meant) ? intercept + slope * standing : meant;
    return (standing + standing(likeness, meantMean, meantSpread)) / 2;
  }

  void write(DataOutputStream out) throws IOException {
    for (double value :
        new double[] {wordMean, wordSpread, slope, intercept, meantMean, meantSpread, moved}) {
      out.writeDouble(value);
    }
  }

  static Yardstick read(DataInputStream in) throws IOException {
    return new Yardstick(
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }

  /** Where one half lies when on average the assumed share belongs. */
  private static double moved(double[] standing) {
    double share = share(standing);
    double low = -20;
    double high = 20;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (mean(map(standing, z -> probability(z, middle))) > share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /**
   * The share that is taken to belong: of few texts at least two; where the texts fall into two
   * clear groups the upper one, up to a half (N. Otsu, "A threshold selection method from
   * gray-level histograms", 1979).
   */
  private static double share(double[] standing) {
    double[] sorted = standing.clone();
    Arrays.sort(sorted);
    double all = Arrays.stream(sorted).sum();
    double below = 0;
    double best = CLEAR * sorted.length;
    double share = Math.max(SHARE, Math.min(0.5, FEWEST / sorted.length));
    for (int i = 1; i < sorted.length; i++) {
      below += sorted[i - 1];
      double apart = below / i - (all - below) / (sorted.length - i);
      double explained = apart * apart * i * (sorted.length - i) / sorted.length;
      if (explained > best) {
        best = explained;
        share = Math.max(share, Math.min(0.5, 1 - (double) i / sorted.length));
      }
    }
    return share;
  }

  private static double probability(double standing, double moved) {
    return 1 / (1 + Math.exp(-STEEPNESS * (drawn(standing) - moved)));
  }

  /** Draws the far ones in (asinh): a rough guess is never near to certain. */
  private static double drawn(double standing) {
    double far = Math.abs(standing);
    return Math.copySign(Math.log(far + Math.hypot(far, 1)), standing);
  }

  private static double standing(double value, double mean, double spread) {
    return spread < 1e-9 ? 0 : (value - mean) / spread;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double spread(double[] values, double mean) {
    return Math.sqrt(mean(map(values, value -> (value - mean) * (value - mean))));
  }

  private static double slope(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double both = 0;
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      both += (x[i] - meanX) * (y[i] - meanY);
      square += (x[i] - meanX) * (x[i] - meanX);
    }
    return square < 1e-9 ? 0 : both / square;
  }

  private static double[] map(double[] values, DoubleUnaryOperator to) {
    return Arrays.stream(values).map(to).toArray();
  }
}
