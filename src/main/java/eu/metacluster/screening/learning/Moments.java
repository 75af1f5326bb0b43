package eu.metacluster.screening.learning;

/**
 * Sums over dense vectors of their products with each other and of themselves, a one being appended
 * to each vector: what least squares needs.
 */
final class Moments {

  private static final double LEAST = 1e-12;

  /** The lower triangle; its last row holds the sums of the vectors and, at its end, the count. */
  private final double[][] products;

  Moments(int dimensions) {
    products = new double[dimensions + 1][];
    for (int i = 0; i <= dimensions; i++) {
      products[i] = new double[i + 1];
    }
  }

  static Moments of(float[][] vectors) {
    Moments all = new Moments(vectors.length == 0 ? 0 : vectors[0].length);
    for (float[] vector : vectors) {
      all.add(vector, 1);
    }
    return all;
  }

  int dimensions() {
    return products.length - 1;
  }

  double count() {
    return products[dimensions()][dimensions()];
  }

  void add(float[] vector, int times) {
    for (int i = 0; i < vector.length; i++) {
      double value = (double) times * vector[i];
      double[] row = products[i];
      for (int j = 0; j <= i; j++) {
        row[j] += value * vector[j];
      }
    }
    double[] last = products[vector.length];
    for (int j = 0; j < vector.length; j++) {
      last[j] += times * vector[j];
    }
    last[vector.length] += times;
  }

  void add(Moments other, double times) {
    for (int i = 0; i < products.length; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] += times * other.products[i][j];
      }
    }
  }

  /** Adds the sum of the vectors. */
  void addFirst(double[] target, double times) {
    double[] last = products[dimensions()];
    for (int i = 0; i < last.length; i++) {
      target[i] += times * last[i];
    }
  }

  /** Solves (this + penalty on all but the appended one) · x = target, by Cholesky's factors. */
  double[] solve(double[] target, double penalty) {
    int size = products.length;
    double[][] factor = new double[size][];
    for (int i = 0; i < size; i++) {
      factor[i] = products[i].clone();
      factor[i][i] += i < size - 1 ? penalty : LEAST;
      for (int j = 0; j <= i; j++) {
        double sum = factor[i][j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        factor[i][j] = i == j ? Math.sqrt(Math.max(sum, LEAST)) : sum / factor[j][j];
      }
    }
    return substitute(factor, target);
  }

  private static double[] substitute(double[][] factor, double[] target) {
    double[] x = target.clone();
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= factor[i][k] * x[k];
      }
      x[i] /= factor[i][i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < x.length; k++) {
        x[i] -= factor[k][i] * x[k];
      }
      x[i] /= factor[i][i];
    }
    return x;
  }
}
