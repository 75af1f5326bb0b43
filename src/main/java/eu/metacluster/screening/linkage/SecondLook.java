package eu.metacluster.screening.linkage;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Decides which of the chosen pairs match. Being chosen says little: the best of many strangers
 * looks good too. What strangers look like when they are the best is learned by taking all chosen
 * pairs away and choosing again (an empirical null, as in Efron 2004); against these {@link
 * Strangers} the chosen ones are fitted once more by expectation and maximisation.
 */
final class SecondLook {

  private static final int ROUNDS = 200;
  private static final double SMOOTHING = 4;
  private static final double FEWEST = 0.002;

  private final Levels levels;
  private final Levels ofStrangers;
  private final Strangers strangers;
  private final int[][] heirs;

  /**
   * @param chosen numbers of the chosen pairs
   * @param gone pairs that are not to be chosen the second time, the chosen ones among them
   */
  SecondLook(Candidates candidates, int[] chosen, BitSet gone, Model.Fit first, boolean rivals) {
    Pairs pairs = candidates.pairs();
    levels = levels(candidates, new BitSet(), chosen, rivals);
    int[] rest = rest(gone, pairs.size());
    Levels again = levels(candidates, gone, rest, rivals);
    double[] odds = new double[pairs.size()];
    for (int i = 0; i < rest.length; i++) {
      odds[rest[i]] = first.weights().sum(again, i);
    }
    int[] second = Assignment.of(pairs, odds, gone);
    ofStrangers = levels(candidates, gone, second, rivals);
    strangers = new Strangers(sums(first.weights(), levels), sums(first.weights(), ofStrangers));
    int[] place = pairs.placeByRow(chosen, candidates.corpus().size());
    heirs = new int[second.length][];
    Arrays.setAll(
        heirs, i -> new int[] {place[pairs.one()[second[i]]], place[pairs.other()[second[i]]]});
  }

  private static Levels levels(Candidates from, BitSet left, int[] some, boolean rivals) {
    Levels levels = from.levels(left, some);
    return rivals ? levels : levels.withoutRivals();
  }

  private static int[] rest(BitSet gone, int size) {
    BitSet rest = new BitSet(size);
    rest.set(0, size);
    rest.andNot(gone);
    return rest.stream().toArray();
  }

  private static double[] sums(Weights weights, Levels levels) {
    double[] sums = new double[levels.size()];
    Arrays.setAll(sums, i -> weights.sum(levels, i));
    return sums;
  }

  /** Levels of the chosen pairs. */
  Levels levels() {
    return levels;
  }

  Model.Fit fit() {
    double[] probability = strangers.beginning();
    double[] odds = new double[probability.length];
    Weights weights = weights(probability);
    double prior = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double share = (Arrays.stream(probability).sum() + 1) / (probability.length + 2);
      prior = Model.logit(Math.clamp(share, FEWEST, Math.max(FEWEST, strangers.mostMatches())));
      for (int i = 0; i < odds.length; i++) {
        odds[i] = prior + weights.sum(levels, i);
      }
      double[] next = Model.free(odds);
      boolean still = Model.still(probability, next);
      probability = next;
      if (still) {
        break;
      }
      weights = weights(probability);
    }
    return new Model.Fit(weights, prior, odds, probability);
  }

  private Weights weights(double[] probability) {
    return Weights.of(
        levels, probability, ofStrangers, strangers.mass(heirs, probability), SMOOTHING);
  }
}
