package eu.metacluster.screening.learning;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Places texts in the few directions in which they differ most, learnt without any decision: texts
 * that share a subject come near each other even when they share few words.
 *
 * <p>Latent semantic analysis (Deerwester et al., 1990) by randomised subspace iteration (Halko,
 * Martinsson and Tropp, 2011).
 */
final class LatentSpace {

  private static final int SPARE = 8;
  private static final int ROUNDS = 5;
  private static final int SAMPLE = 8_000;
  private static final double TINY = 1e-9;

  private LatentSpace() {}

  /** The place of each row in at most {@code dimensions} directions, each of length one or zero. */
  static float[][] of(Rows rows, int dimensions) {
    int[] sample = sample(rows.count());
    int count = Math.min(dimensions, sample.length);
    float[][] axes = start(Math.min(count + SPARE, sample.length), sample.length);
    double[] lengths = new double[axes.length];
    for (int round = 0; round < ROUNDS; round++) {
      orthonormalise(axes, lengths);
      IntStream.range(0, axes.length)
          .parallel()
          .forEach(a -> axes[a] = multiplied(rows, sample, axes[a]));
    }
    orthonormalise(axes, lengths);
    float[][] places = new float[rows.count()][count];
    IntStream.range(0, count)
        .parallel()
        .forEach(a -> place(rows, sample, axes[a], lengths[a], places, a));
    for (float[] place : places) {
      normalise(place);
    }
    return places;
  }

  /** The same places in the first directions only, those in which texts differ most. */
  static float[][] first(float[][] places, int dimensions) {
    float[][] first = new float[places.length][];
    for (int row = 0; row < first.length; row++) {
      first[row] = Arrays.copyOf(places[row], Math.min(dimensions, places[row].length));
      normalise(first[row]);
    }
    return first;
  }

  private static int[] sample(int count) {
    int size = Math.min(count, SAMPLE);
    return IntStream.range(0, size).map(i -> (int) ((long) i * count / size)).toArray();
  }

  private static float[][] start(int axes, int size) {
    RandomGenerator random = new SplittableRandom(5);
    float[][] start = new float[axes][size];
    for (float[] axis : start) {
      for (int i = 0; i < size; i++) {
        axis[i] = (float) random.nextGaussian();
      }
    }
    return start;
  }

  private static float[] inTerms(Rows rows, int[] sample, float[] axis) {
    float[] terms = new float[rows.width()];
    for (int i = 0; i < sample.length; i++) {
      rows.addTo(terms, sample[i], axis[i]);
    }
    return terms;
  }

  private static float[] multiplied(Rows rows, int[] sample, float[] axis) {
    float[] terms = inTerms(rows, sample, axis);
    float[] product = new float[sample.length];
    for (int i = 0; i < sample.length; i++) {
      product[i] = (float) rows.dot(sample[i], terms);
    }
    return product;
  }

  private static void place(
      Rows rows, int[] sample, float[] axis, double length, float[][] places, int at) {
    if (length < TINY) {
      return;
    }
    float[] terms = inTerms(rows, sample, axis);
    double scale = 1 / Math.sqrt(length);
    for (int row = 0; row < places.length; row++) {
      places[row][at] = (float) (rows.dot(row, terms) * scale);
    }
  }

  /** Notes how long each axis was when what it shares with those before it was taken off. */
  private static void orthonormalise(float[][] axes, double[] lengths) {
    for (int a = 0; a < axes.length; a++) {
      for (int b = 0; b < a; b++) {
        subtract(axes[a], axes[b], dot(axes[a], axes[b]));
      }
      lengths[a] = Math.sqrt(dot(axes[a], axes[a]));
      float scale = lengths[a] < TINY ? 0 : (float) (1 / lengths[a]);
      for (int i = 0; i < axes[a].length; i++) {
        axes[a][i] *= scale;
      }
    }
  }

  private static void subtract(float[] from, float[] axis, double times) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= (float) (times * axis[i]);
    }
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static void normalise(float[] place) {
    double length = Math.sqrt(dot(place, place));
    if (length < TINY || !Double.isFinite(length)) {
      Arrays.fill(place, 0);
      return;
    }
    for (int i = 0; i < place.length; i++) {
      place[i] /= (float) length;
    }
  }
}
