package eu.metacluster.screening.learning;

import java.util.HashMap;
import java.util.Map;

/**
 * Weighs terms: logarithm of the count times the logarithm of how rare the term is (TF-IDF), each
 * row of length one. A term that stands in one text alone counts for the length of that row and has
 * no position: most pairs of words are such, and nothing else could ever be learnt from them.
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
          term.rarity = Math.log((1.0 + counts.texts()) / (1 + term.texts)) + 1;
          if (term.texts > 1) {
            filled++;
            term.id = term.id < 0 ? width++ : term.id;
          }
        }
      }
    }
  }

  private Rows rows() {
    int[] starts = new int[counts.texts() + 1];
    int[] ids = new int[filled];
    float[] values = new float[filled];
    float[] own = new float[counts.texts()];
    int at = 0;
    for (int text = 0; text < counts.texts(); text++) {
      starts[text] = at;
      long[] hashes = counts.hashes()[text];
      for (int i = 0; i < hashes.length; i++) {
        Term term = term(hashes[i]);
        // Nothing for a term that does not count: its rarity was never set.
        double value = (1 + Math.log(counts.counts()[text][i])) * term.rarity;
        if (term.id >= 0) {
          ids[at] = term.id;
          values[at++] = (float) value;
        } else {
          own[text] += (float) (value * value);
        }
      }
      own[text] *= scale(values, starts[text], at, own[text]);
    }
    starts[counts.texts()] = at;
    return new Rows(starts, ids, values, width, own);
  }

  private Term term(long hash) {
    Term term = vocabulary.get(hash);
    if (term == null) {
      throw new IllegalStateException("a term that was not counted");
    }
    return term;
  }

  /** Makes the row one long; gives by how much its squares were multiplied. */
  private static float scale(float[] values, int from, int to, double own) {
    double square = own;
    for (int i = from; i < to; i++) {
      square += values[i] * values[i];
    }
    if (square <= 0) {
      return 1;
    }
    float scale = (float) (1 / Math.sqrt(square));
    for (int i = from; i < to; i++) {
      values[i] *= scale;
    }
    return (float) (1 / square);
  }

  private static final class Term {
    private int texts;
    private int id = -1;
    private double rarity;
  }
}
