package eu.metacluster.screening.linkage;

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

  private static final int MOST_COMPARISONS = 900;

  /** Cosine-like: 1 when the lists are the same. */
  double share() {
    return one * other == 0 ? 0 : common / Math.sqrt(one * other);
  }

  /** 1 when the first list is within the other. */
  double within() {
    return one * other == 0 ? 0 : common / one;
  }

  static Overlap of(int[] one, int[] other, Words words, double[] weights) {
    boolean[] used = new boolean[one.length];
    boolean[] taken = new boolean[other.length];
    double common = 0;
    double rarest = 0;
    long there = 0;
    for (int word : other) {
      there |= 1L << word;
    }
    for (int i = 0; i < one.length; i++) {
      int sought = (there >>> one[i] & 1) == 0 ? 0 : other.length;
      for (int j = 0; j < sought; j++) {
        if (!taken[j] && one[i] == other[j]) {
          used[i] = true;
          taken[j] = true;
          double weight = weights[one[i]];
          common += weight;
          rarest = Math.max(rarest, weight);
          break;
        }
      }
    }
    common += alike(one, other, used, taken, words, weights);
    return new Overlap(common, sum(one, weights), sum(other, weights), rarest);
  }

  private static double sum(int[] list, double[] weights) {
    double sum = 0;
    for (int word : list) {
      sum += weights[word];
    }
    return sum;
  }

  private static double alike(
      int[] one, int[] other, boolean[] used, boolean[] taken, Words words, double[] weights) {
    int comparisons = left(used) * left(taken);
    if (comparisons == 0 || comparisons > MOST_COMPARISONS) {
      return 0;
    }
    double common = joined(one, other, used, taken, words, weights);
    common += joined(other, one, taken, used, words, weights);
    for (int i = 0; i < one.length; i++) {
      int best = -1;
      double most = 0;
      for (int j = 0; j < other.length && !used[i]; j++) {
        double alike = taken[j] ? 0 : words.alike(one[i], other[j]);
        if (alike > most) {
          most = alike;
          best = j;
        }
      }
      if (best >= 0) {
        used[i] = true;
        taken[best] = true;
        common += most * Math.min(weights[one[i]], weights[other[best]]);
      }
    }
    return common;
  }

  /** A word of the first list that the second writes as two. */
  private static double joined(
      int[] one, int[] other, boolean[] used, boolean[] taken, Words words, double[] weights) {
    long known = 0;
    for (int i = 0; i < one.length; i++) {
      if (!used[i]) {
        known |= mark(words.letters(one[i]));
      }
    }
    double common = 0;
    for (int j = 0; j + 1 < other.length; j++) {
      if (taken[j] || taken[j + 1]) {
        continue;
      }
      long letters = words.letters(other[j]) | words.letters(other[j + 1]);
      if ((known & mark(letters)) == 0) {
        continue;
      }
      for (int i = 0; i < one.length && !taken[j]; i++) {
        if (words.letters(one[i]) == letters
            && !used[i]
            && words.joins(one[i], other[j], other[j + 1])) {
          used[i] = true;
          taken[j] = true;
          taken[j + 1] = true;
          common += weights[one[i]];
        }
      }
    }
    return common;
  }

  /** One of 64 bits that stands for these letters, and for others. */
  private static long mark(long letters) {
    return 1L << ((letters * 0x9E3779B97F4A7C15L) >>> 58);
  }

  private static int left(boolean[] used) {
    int left = 0;
    for (boolean one : used) {
      left += one ? 0 : 1;
    }
    return left;
  }
}
