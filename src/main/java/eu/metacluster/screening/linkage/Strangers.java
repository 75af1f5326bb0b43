package eu.metacluster.screening.linkage;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The scores of chosen pairs beside those of strangers. A stranger that was chosen second stands
 * for one that would have been chosen first, so each counts by how much likelier its score is for
 * the best of many than for the second best: when the number of strangers above a score is Poisson
 * with mean λ, the best exceeds it with probability 1 − e^−λ, the second best with 1 − e^−λ (1 +
 * λ), and the ratio of their densities is 1/λ. A row whose first choice is a true match has its
 * best stranger in second place already; it counts once.
 */
final class Strangers {

  private static final double HEAVIEST = 20;
  private static final double STEPS = 49;
  private static final double ENOUGH = 0.1;
  private static final double NOISE = 1.5;
  private static final double NEARLY_ALL = 0.995;

  private final double[] chosen;
  private final double[] rising;
  private final double[] mass;
  private final double[] above;

  Strangers(double[] chosen, double[] strangers) {
    this.chosen = chosen;
    int count = strangers.length;
    int[] falling = Assignment.order(strangers, new BitSet());
    mass = new double[strangers.length];
    rising = new double[strangers.length];
    above = new double[strangers.length + 1];
    for (int i = 0; i < count; i++) {
      int place = count - 1 - i;
      mass[falling[i]] = Math.min(HEAVIEST, 1 / mean((i + 0.5) / count));
      rising[place] = strangers[falling[i]];
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += mass[falling[i]];
      above[count - 1 - i] = sum;
    }
    for (int i = 0; i < count; i++) {
      above[i] /= sum;
    }
  }

  /** The mean λ of which the second best is exceeded with the given probability. */
  private static double mean(double exceeded) {
    double low = 0;
    double high = 50;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (1 - Math.exp(-middle) * (1 + middle) < exceeded) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.max(high, 1e-6);
  }

  /** Share of strangers, counted as if chosen first, that score at least as much. */
  private double above(double score) {
    int low = 0;
    int high = rising.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rising[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return above[low];
  }

  /** A cautious first guess for the chosen pairs: one minus the share of strangers above. */
  double[] beginning() {
    double[] probability = new double[chosen.length];
    int[] falling = Assignment.order(chosen, new BitSet());
    for (int i = 0; i < falling.length; i++) {
      double share = (i + 1.0) / falling.length;
      probability[falling[i]] = Math.clamp(1 - above(chosen[falling[i]]) / share, 0.01, 0.95);
    }
    return probability;
  }

  /**
   * The largest share of matches that can be believed: twice the share of chosen pairs that
   * strangers cannot explain (as Storey 2002 estimates it), and some for chance.
   */
  double mostMatches() {
    double[] sorted = chosen.clone();
    Arrays.sort(sorted);
    double unexplained = rising.length == 0 ? 1 : 0;
    for (int step = 1; step < STEPS && rising.length > 0; step++) {
      double score = rising[(int) (rising.length * step / STEPS)];
      double below = 1 - above(score);
      if (below >= ENOUGH) {
        int place = Arrays.binarySearch(sorted, score);
        double share = (double) (place < 0 ? -place - 1 : place) / sorted.length;
        unexplained = Math.max(unexplained, 1 - share / below);
      }
    }
    return Math.min(NEARLY_ALL, 2 * unexplained + NOISE / Math.sqrt(chosen.length));
  }

  /**
   * How much each stranger counts.
   *
   * @param heirs for each stranger the places of its rows' first choices, -1 for none
   * @param probability of the first choices
   */
  double[] mass(int[][] heirs, double[] probability) {
    double[] now = new double[mass.length];
    for (int i = 0; i < now.length; i++) {
      double match = 0;
      for (int heir : heirs[i]) {
        match = heir < 0 ? match : Math.max(match, probability[heir]);
      }
      now[i] = match + (1 - match) * mass[i];
    }
    return now;
  }
}
