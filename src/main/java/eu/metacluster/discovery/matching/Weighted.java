package eu.metacluster.discovery.matching;

/**
 * The terms of a text by their numbers, ascending, with weights of which the squares sum to 1.
 *
 * @param terms numbers of terms
 * @param weights as many
 */
record Weighted(int[] terms, float[] weights) {

  /** The cosine of two texts, 0 to 1. */
  float likeness(Weighted other) {
    float sum = 0;
    int i = 0;
    int j = 0;
    while (i < terms.length && j < other.terms.length) {
      if (terms[i] == other.terms[j]) {
        sum += weights[i++] * other.weights[j++];
      } else if (terms[i] < other.terms[j]) {
        i++;
      } else {
        j++;
      }
    }
    return sum;
  }

  /**
   * How much of this text another one has, too, 0 to 1.
   *
   * @param shares how much each term of this text is of it, or nothing, for which it is 0
   */
  float covered(float[] shares, Weighted other) {
    float sum = 0;
    int j = 0;
    for (int i = 0; i < shares.length; i++) {
      while (j < other.terms.length && other.terms[j] < terms[i]) {
        j++;
      }
      if (j < other.terms.length && other.terms[j] == terms[i]) {
        sum += shares[i];
      }
    }
    return sum;
  }
}
