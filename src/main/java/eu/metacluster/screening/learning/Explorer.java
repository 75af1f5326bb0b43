package eu.metacluster.screening.learning;

import java.util.Arrays;

/**
 * Finds the text from which most is to be learnt when what is known leads nowhere: the one that is
 * near to most texts to which nothing read so far is near (greedy facility location, Nemhauser,
 * Wolsey and Fisher, 1978). Looks at an even sample of the pool, so its cost has a bound.
 */
final class Explorer {

  private static final int SAMPLE = 600;

  private final float[][] places;
  private final int[] sample;
  private final float[][] likeness;
  private final float[] covered;
  private final boolean[] known;

  Explorer(float[][] places, int texts) {
    this.places = places;
    int size = Math.min(texts, SAMPLE);
    sample = new int[size];
    Arrays.setAll(sample, i -> (int) ((long) i * texts / size));
    likeness = new float[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        likeness[i][j] = dot(places[sample[i]], places[sample[j]]);
        likeness[j][i] = likeness[i][j];
      }
    }
    covered = new float[size];
    known = new boolean[texts];
  }

  /** The text to read, -1 when all of the sample is read. */
  int next(Decisions decisions) {
    cover(decisions);
    int best = -1;
    double most = -1;
    for (int i = 0; i < sample.length; i++) {
      if (decisions.isUnread(sample[i])) {
        double gain = 0;
        for (int j = 0; j < sample.length; j++) {
          gain += Math.max(0, likeness[i][j] - covered[j]);
        }
        if (gain > most) {
          most = gain;
          best = sample[i];
        }
      }
    }
    return best;
  }

  private void cover(Decisions decisions) {
    for (int text = 0; text < known.length; text++) {
      if (!known[text] && !decisions.isUnread(text)) {
        known[text] = true;
        for (int j = 0; j < sample.length; j++) {
          covered[j] = Math.max(covered[j], dot(places[text], places[sample[j]]));
        }
      }
    }
  }

  private static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
