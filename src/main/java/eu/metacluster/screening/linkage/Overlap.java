package eu.metacluster.screening.linkage;

import eu.metacluster.screening.linkage.Corpus.Stretch;

/**
 * What two lists of words have in common, each word weighted by how rare it is. Words that are
 * spelt alike, begin alike or are written together on one side count in part.
 *
 * @param common weight in common
 * @param one weight of the first list
 * @param other weight of the second
 * @param rarest weight of the rarest word that both have
 */
record Overlap(double common, double one, double other, double rarest) {

  /** Cosine-like: 1 when the lists are the same. */
  double share() {
    return one * other == 0 ? 0 : common / Math.sqrt(one * other);
  }

  static Overlap of(Stretch one, Stretch other, Corpus corpus, double[] weights) {
    Match match = new Match(one, other, corpus, weights);
    match.same();
    double ofOne = match.sum(one);
    double common = match.common + match.alike(Double.NEGATIVE_INFINITY);
    return new Overlap(common, ofOne, match.sum(other), match.rarest);
  }

  /**
   * The share of the first list that is within the other, 1 for all of it; some smaller number when
   * it is less than the least, which takes less time.
   */
  static double within(Stretch one, Stretch other, Corpus corpus, double[] weights, double least) {
    if (one.empty() || other.empty()) {
      return 0;
    }
    Match match = new Match(one, other, corpus, weights);
    match.same();
    double sum = match.sum(one);
    return (match.common + match.alike(least * sum - ROUNDING)) / sum;
  }

  private static final double ROUNDING = 1e-9;

  /** One comparison of two lists. */
  private static final class Match {

    private static final int MOST_COMPARISONS = 900;

    private final Stretch one;
    private final Stretch other;
    private final Corpus corpus;
    private final double[] weights;
    private final boolean[] used;
    private final boolean[] taken;
    private double common;
    private double rarest;

    Match(Stretch one, Stretch other, Corpus corpus, double[] weights) {
      this.one = one;
      this.other = other;
      this.corpus = corpus;
      this.weights = weights;
      used = new boolean[one.length()];
      taken = new boolean[other.length()];
    }

    private int one(int i) {
      return corpus.word(one.begin() + i);
    }

    private int other(int j) {
      return corpus.word(other.begin() + j);
    }

    double sum(Stretch list) {
      double sum = 0;
      for (int at = list.begin(); at < list.end(); at++) {
        sum += weights[corpus.word(at)];
      }
      return sum;
    }

    /** Words that both have. */
    void same() {
      long there = 0;
      for (int j = 0; j < taken.length; j++) {
        there |= 1L << other(j);
      }
      for (int i = 0; i < used.length; i++) {
        int word = one(i);
        int sought = (there >>> word & 1) == 0 ? 0 : taken.length;
        for (int j = 0; j < sought; j++) {
          if (!taken[j] && word == other(j)) {
            used[i] = true;
            taken[j] = true;
            double weight = weights[word];
            common += weight;
            rarest = Math.max(rarest, weight);
            break;
          }
        }
      }
    }

    /**
     * Weight of what is left and alike; words are looked at as long as it can still bring what is
     * in common to the least.
     */
    double alike(double least) {
      int comparisons = left(used) * left(taken);
      if (comparisons == 0 || comparisons > MOST_COMPARISONS) {
        return 0;
      }
      double found = joined(one, other, used, taken) + joined(other, one, taken, used);
      double open = 0;
      for (int i = 0; i < used.length; i++) {
        open += used[i] ? 0 : weights[one(i)];
      }
      for (int i = 0; i < used.length && common + found + open >= least; i++) {
        if (!used[i]) {
          open -= weights[one(i)];
          found += nearest(i);
        }
      }
      return found;
    }

    private double nearest(int i) {
      int word = one(i);
      int best = -1;
      double most = 0;
      for (int j = 0; j < taken.length; j++) {
        double alike = taken[j] ? 0 : corpus.words().alike(word, other(j));
        if (alike > most) {
          most = alike;
          best = j;
        }
      }
      if (best < 0) {
        return 0;
      }
      used[i] = true;
      taken[best] = true;
      return most * Math.min(weights[word], weights[other(best)]);
    }

    /** Words of the first list that the second writes as two. */
    private double joined(Stretch first, Stretch second, boolean[] ofFirst, boolean[] ofSecond) {
      double found = 0;
      for (int at = corpus.jointFrom(second.begin());
          at + 1 < second.end();
          at = corpus.jointFrom(at + 1)) {
        int j = at - second.begin();
        if (ofSecond[j] || ofSecond[j + 1]) {
          continue;
        }
        int word = corpus.joint(at);
        for (int i = 0; i < ofFirst.length && !ofSecond[j]; i++) {
          if (!ofFirst[i] && corpus.word(first.begin() + i) == word) {
            ofFirst[i] = true;
            ofSecond[j] = true;
            ofSecond[j + 1] = true;
            found += weights[word];
          }
        }
      }
      return found;
    }

    private static int left(boolean[] used) {
      int left = 0;
      for (boolean one : used) {
        left += one ? 0 : 1;
      }
      return left;
    }
  }
}
