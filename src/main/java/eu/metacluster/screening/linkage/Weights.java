package eu.metacluster.screening.linkage;

/**
 * What each level of agreement is worth: the logarithm of how much more often it is seen among
 * matches than among others (Fellegi and Sunter 1969), never falling when agreement rises.
 * Likenesses of one row hang together, so their sum is damped.
 */
final class Weights {

  private static final double DAMPING = 0.35;

  private final double[][] weight;

  private Weights(double[][] weight) {
    this.weight = weight;
  }

  /**
   * @param pairs with the probability of each to be a match
   * @param others pairs known not to match
   * @param mass how much each of the others counts
   * @param rows of pseudo-counts, by which levels seldom seen weigh little
   */
  static Weights of(
      Levels pairs, double[] probability, Levels others, double[] mass, double smoothing) {
    double[][] weight = new double[pairs.features()][];
    for (int feature = 0; feature < weight.length; feature++) {
      double[] matches = new double[Levels.count()];
      double[] rest = new double[Levels.count()];
      count(pairs.of()[feature], probability, 1, matches);
      count(pairs.of()[feature], probability, -1, rest);
      count(others.of()[feature], mass, 1, rest);
      weight[feature] = ratio(matches, rest, smoothing);
    }
    return new Weights(weight);
  }

  /** Adds the masses, or with a sign below 0 what is missing to 1. */
  private static void count(byte[] levels, double[] mass, int sign, double[] counts) {
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] >= 0) {
        counts[levels[i]] += sign > 0 ? mass[i] : 1 - mass[i];
      }
    }
  }

  private static double[] ratio(double[] matches, double[] rest, double smoothing) {
    int levels = matches.length;
    double[] both = new double[levels];
    double total = 0;
    double match = smoothing;
    double other = smoothing;
    for (int level = 0; level < levels; level++) {
      both[level] = matches[level] + rest[level] + 1;
      total += both[level];
      match += matches[level];
      other += rest[level];
    }
    double[] weight = new double[levels];
    for (int level = 0; level < levels; level++) {
      double expected = smoothing * both[level] / total;
      weight[level] =
          Math.log((matches[level] + expected) / match)
              - Math.log((rest[level] + expected) / other);
    }
    return Monotone.rising(weight, both);
  }

  /** What a level of a feature adds to the logarithm of the odds. */
  double of(int feature, byte level) {
    return level < 0 ? 0 : DAMPING * weight[feature][level];
  }

  /** The sum for a pair. */
  double sum(Levels levels, int pair) {
    double sum = 0;
    for (int feature = 0; feature < weight.length; feature++) {
      sum += of(feature, levels.of()[feature][pair]);
    }
    return sum;
  }
}
