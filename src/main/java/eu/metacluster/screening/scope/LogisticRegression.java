package eu.metacluster.screening.scope;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * L2-regularised logistic regression by dual coordinate descent: Yu, Huang and Lin, "Dual
 * coordinate descent methods for logistic regression and maximum entropy models", Machine Learning
 * 85, 2011. Deterministic for a given order of rows.
 */
final class LogisticRegression {

  private static final int ROUNDS = 200;
  private static final int NEWTON_STEPS = 8;
  private static final double TOLERANCE = 0.01;
  private static final long SEED = 7;

  private final List<SparseRow> rows;
  private final boolean[] positive;
  private final double cost;
  private final double[] weights;
  private final double[] alpha;
  private final double[] square;

  private LogisticRegression(List<SparseRow> rows, boolean[] positive, int features, double cost) {
    this.rows = rows;
    this.positive = positive;
    this.cost = cost;
    weights = new double[features + 1];
    alpha = new double[rows.size()];
    square = new double[rows.size()];
    Arrays.fill(alpha, Math.min(0.001 * cost, 1e-8));
    for (int i = 0; i < alpha.length; i++) {
      square[i] = 1 + squareOf(rows.get(i));
      add(i, alpha[i]);
    }
  }

  /** One weight per feature and the bias in the last place. */
  static double[] fit(List<SparseRow> rows, boolean[] positive, int features, double cost) {
    LogisticRegression fit = new LogisticRegression(rows, positive, features, cost);
    fit.run();
    return fit.weights;
  }

  static double margin(double[] weights, SparseRow row) {
    double sum = weights[weights.length - 1];
    for (int i = 0; i < row.ids().length; i++) {
      sum += weights[row.ids()[i]] * row.values()[i];
    }
    return sum;
  }

  private void run() {
    Random random = new Random(SEED);
    int[] order = new int[alpha.length];
    Arrays.setAll(order, i -> i);
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(order, random);
      double steepest = 0;
      for (int i : order) {
        steepest = Math.max(steepest, improve(i));
      }
      if (steepest < TOLERANCE) {
        return;
      }
    }
  }

  private double improve(int i) {
    double margin = (positive[i] ? 1 : -1) * margin(weights, rows.get(i));
    double before = alpha[i];
    double z = before;
    double first = margin + logOdds(z);
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double gradient = (z - before) * square[i] + margin + logOdds(z);
      if (Math.abs(gradient) < 1e-6) {
        break;
      }
      double next = z - gradient / (square[i] + cost / (z * (cost - z)));
      z = next <= 0 ? z * 0.1 : next >= cost ? cost - (cost - z) * 0.1 : next;
    }
    alpha[i] = z;
    add(i, z - before);
    return Math.abs(first);
  }

  private double logOdds(double z) {
    return Math.log(z / (cost - z));
  }

  private void add(int i, double step) {
    double signed = positive[i] ? step : -step;
    SparseRow row = rows.get(i);
    for (int k = 0; k < row.ids().length; k++) {
      weights[row.ids()[k]] += signed * row.values()[k];
    }
    weights[weights.length - 1] += signed;
  }

  private static double squareOf(SparseRow row) {
    double sum = 0;
    for (float value : row.values()) {
      sum += value * value;
    }
    return sum;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
