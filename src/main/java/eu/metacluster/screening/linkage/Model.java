package eu.metacluster.screening.linkage;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The mixture of matches and others among candidate pairs, fitted by expectation and maximisation
 * without labels: Fellegi and Sunter's weights per level, and the share of matches under a prior.
 * Of two tables free of duplicates a row has one partner at most, so its candidates share one
 * probability between them and none.
 */
final class Model {

  private static final int ROUNDS = 60;
  private static final double STILL = 1e-3;
  private static final double SMOOTHING = 3;
  private static final double PRIOR_STRENGTH = 10;

  private Model() {}

  /**
   * @param prior logarithm of the odds before anything is compared
   * @param odds logarithm of the odds of each pair
   */
  record Fit(Weights weights, double prior, double[] odds, double[] probability) {}

  static Fit fit(Pairs pairs, Levels levels, float[] whole, int rows, boolean twoTables) {
    double most = Math.min(0.98, mostMatches(pairs, rows, twoTables) / pairs.size());
    double[] probability = beginning(pairs, whole, rows);
    double[] odds = new double[pairs.size()];
    Levels nothing = new Levels(new byte[levels.features()][0]);
    Weights weights = Weights.of(levels, probability, nothing, new double[0], SMOOTHING);
    double prior = 0;
    for (int round = 0; round < ROUNDS; round++) {
      prior = logit(share(probability, most));
      for (int pair = 0; pair < odds.length; pair++) {
        odds[pair] = prior + weights.sum(levels, pair);
      }
      double[] next = twoTables ? alone(pairs, odds, rows) : free(odds);
      boolean still = still(probability, next);
      probability = next;
      if (still) {
        break;
      }
      weights = Weights.of(levels, probability, nothing, new double[0], SMOOTHING);
    }
    return new Fit(weights, prior, odds, probability);
  }

  private static double mostMatches(Pairs pairs, int rows, boolean twoTables) {
    BitSet one = new BitSet(rows);
    BitSet other = new BitSet(rows);
    for (int pair = 0; pair < pairs.size(); pair++) {
      one.set(pairs.one()[pair]);
      (twoTables ? other : one).set(pairs.other()[pair]);
    }
    return twoTables ? Math.min(one.cardinality(), other.cardinality()) : one.cardinality();
  }

  /** A prior worth a few pairs keeps the share of matches off its ends. */
  private static double share(double[] probability, double most) {
    double sum = Arrays.stream(probability).sum();
    double share = (sum + PRIOR_STRENGTH * most / 2) / (probability.length + PRIOR_STRENGTH);
    return Math.min(share, most);
  }

  /**
   * To begin with, a pair may match when each row is the other's nearest, the more so the fewer
   * rows have a second nearest that is as near.
   */
  private static double[] beginning(Pairs pairs, float[] whole, int rows) {
    float[] best = new float[rows];
    float[] second = new float[rows];
    for (int pair = 0; pair < whole.length; pair++) {
      for (int row : new int[] {pairs.one()[pair], pairs.other()[pair]}) {
        second[row] = Math.max(second[row], Math.min(best[row], whole[pair]));
        best[row] = Math.max(best[row], whole[pair]);
      }
    }
    float[] seconds = second.clone();
    Arrays.sort(seconds);
    double[] probability = new double[whole.length];
    for (int pair = 0; pair < whole.length; pair++) {
      boolean nearest =
          whole[pair] >= best[pairs.one()[pair]] && whole[pair] >= best[pairs.other()[pair]];
      int place = Arrays.binarySearch(seconds, whole[pair]);
      double below = (double) (place < 0 ? -place - 1 : place) / rows;
      probability[pair] = nearest ? 0.9 * below : 0.01;
    }
    return probability;
  }

  private static double[] alone(Pairs pairs, double[] odds, int rows) {
    double[] sums = new double[rows];
    double[] each = new double[odds.length];
    for (int pair = 0; pair < odds.length; pair++) {
      each[pair] = Math.exp(Math.clamp(odds[pair], -50, 50));
      sums[pairs.one()[pair]] += each[pair];
      sums[pairs.other()[pair]] += each[pair];
    }
    for (int pair = 0; pair < odds.length; pair++) {
      double all = sums[pairs.one()[pair]] + sums[pairs.other()[pair]] - each[pair];
      each[pair] = each[pair] / (1 + Math.max(all, each[pair]));
    }
    return each;
  }

  static double[] free(double[] odds) {
    return Arrays.stream(odds).map(Model::probability).toArray();
  }

  static double logit(double probability) {
    return Math.log(probability / (1 - probability));
  }

  static double probability(double odds) {
    return 1 / (1 + Math.exp(-Math.clamp(odds, -50, 50)));
  }

  static boolean still(double[] before, double[] now) {
    double most = 0;
    for (int i = 0; i < now.length; i++) {
      most = Math.max(most, Math.abs(now[i] - before[i]));
    }
    return most < STILL;
  }
}
