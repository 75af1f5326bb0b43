package eu.metacluster.screening.learning;

import java.util.HashMap;
import java.util.Map;

/**
 * Weighs terms: logarithm of the count times the logarithm of how rare the term is (TF-IDF), each
 * row of length one.
 */
final class TermWeights {

  private final TermCounts counts;
  private final Map<Long, Term> vocabulary = new HashMap<>();
  private int width;
  private int filled;

  private TermWeights(TermCounts counts) {
    this.counts = counts;
  }

  /**
   * The weighted rows of all texts.
   *
   * @param least a term counts when it stands in so many texts at least
   * @param share and in at most this share of them
   */
  static Rows of(TermCounts counts, int least, double share) {
    TermWeights weights = new TermWeights(counts);
    weights.learn(least, share * counts.texts());
    return weights.rows();
  }

  private void learn(int least, double most) {
    for (long[] text : counts.hashes()) {
      for (long hash : text) {
        vocabulary.computeIfAbsent(hash, unused -> new Term()).texts++;
      }
    }
    for (long[] text : counts.hashes()) {
      for (long hash : text) {
        Term term = term(hash);
        if (term.texts >= least && (term.texts <= most || most < 3)) {
          filled++;
          if (term.id < 0) {
            term.id = width++;
            term.rarity = Math.log((1.0 + counts.texts()) / (1 + term.texts)) + 1;
          }
        }
      }
    }
  }

  private Rows rows() {
    int[] starts = new int[counts.texts() + 1];
    int[] ids = new int[filled];
    float[] values = new float[filled];
    int at = 0;
    for (int text = 0; text < counts.texts(); text++) {
      starts[text] = at;
      long[] hashes = counts.hashes()[text];
      for (int i = 0; i < hashes.length; i++) {
        Term term = term(hashes[i]);
        if (term.id >= 0) {
          ids[at] = term.id;
          values[at++] = (float) ((1 + Math.log(counts.counts()[text][i])) * term.rarity);
        }
      }
      scale(values, starts[text], at);
    }
    starts[counts.texts()] = at;
    return new Rows(starts, ids, values, width);
  }

  private Term term(long hash) {
    Term term = vocabulary.get(hash);
    if (term == null) {
      throw new IllegalStateException("a term that was not counted");
    }
    return term;
  }

  private static void scale(float[] values, int from, int to) {
    double square = 0;
    for (int i = from; i < to; i++) {
      square += values[i] * values[i];
    }
    if (square > 0) {
      float scale = (float) (1 / Math.sqrt(square));
      for (int i = from; i < to; i++) {
        values[i] *= scale;
      }
    }
  }

  private static final class Term {
    private int texts;
    private int id = -1;
    private double rarity;
  }
}
