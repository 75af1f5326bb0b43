package eu.metacluster.screening.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The main directions in which unlabelled texts differ, as extra features while weights are fitted:
 * words that go together come to share what is learnt of any. Being linear in the terms they fold
 * back into term weights and cost nothing at scoring.
 *
 * <p>Latent semantic analysis (Deerwester et al., 1990) by randomised subspace iteration (Halko,
 * Martinsson and Tropp, 2011).
 */
final class LatentDimensions {

  private static final int SPARE = 8;
  private static final int ROUNDS = 4;

  private final int count;
  private final double[][] axes;

  private LatentDimensions(int count, double[][] axes) {
    this.count = count;
    this.axes = axes;
  }

  /** Finds {@code count} directions over the first {@code terms} features of the rows. */
  static LatentDimensions of(List<SparseRow> rows, int terms, int count, long seed) {
    Random random = new Random(seed);
    double[][] axes = new double[count + SPARE][terms];
    for (double[] axis : axes) {
      Arrays.setAll(axis, i -> random.nextGaussian());
    }
    for (int round = 0; round < ROUNDS; round++) {
      axes = multiplied(rows, terms, axes);
      orthonormalise(axes);
    }
    return new LatentDimensions(count, axes);
  }

  int count() {
    return count;
  }

  /** The row with its place on each direction appended from position {@code base} on. */
  SparseRow extend(SparseRow row, int base) {
    int size = row.ids().length;
    SparseRow extended =
        new SparseRow(
            Arrays.copyOf(row.ids(), size + count), Arrays.copyOf(row.values(), size + count));
    for (int k = 0; k < count; k++) {
      extended.set(size + k, base + k, (float) project(row, axes[k]));
    }
    return extended;
  }

  /**
   * Weights for the plain row that give the same sums as {@code weights} do for the extended one.
   */
  float[] fold(double[] weights, int base) {
    float[] folded = new float[base];
    for (int i = 0; i < base; i++) {
      double weight = weights[i];
      for (int k = 0; k < count && i < axes[k].length; k++) {
        weight += weights[base + k] * axes[k][i];
      }
      folded[i] = (float) weight;
    }
    return folded;
  }

  private static double project(SparseRow row, double[] axis) {
    double sum = 0;
    for (int i = 0; i < row.ids().length; i++) {
      if (row.ids()[i] < axis.length) {
        sum += row.values()[i] * axis[row.ids()[i]];
      }
    }
    return sum;
  }

  private static double[][] multiplied(List<SparseRow> rows, int terms, double[][] axes) {
    List<double[]> products = new ArrayList<>();
    for (double[] axis : axes) {
      double[] product = new double[terms];
      for (SparseRow row : rows) {
        double place = project(row, axis);
        for (int i = 0; i < row.ids().length; i++) {
          if (row.ids()[i] < terms) {
            product[row.ids()[i]] += place * row.values()[i];
          }
        }
      }
      products.add(product);
    }
    return products.toArray(double[][]::new);
  }

  private static void orthonormalise(double[][] axes) {
    for (int a = 0; a < axes.length; a++) {
      for (int b = 0; b < a; b++) {
        subtract(axes[a], axes[b], dot(axes[a], axes[b]));
      }
      double length = Math.sqrt(dot(axes[a], axes[a]));
      for (int i = 0; i < axes[a].length; i++) {
        axes[a][i] /= length;
      }
    }
  }

  private static void subtract(double[] from, double[] axis, double times) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= times * axis[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
