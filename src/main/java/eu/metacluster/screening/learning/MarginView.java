package eu.metacluster.screening.learning;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A linear support vector machine on terms: squared hinge loss, relevant texts weighing more,
 * solved by dual coordinate descent (Hsieh et al., 2008) that starts from where it ended the last
 * time.
 */
final class MarginView implements View {

  private static final double COST = 0.11;

  /** How much more all relevant texts weigh together than all others. */
  private static final double BALANCE = 9.8;

  private static final int PASSES = 20;
  private static final double TOLERANCE = 0.02;

  private final Rows rows;
  private final double[] duals;
  private final float[] weights;
  private double bias;

  /** What the weights come from: fitting again would only wear down what tolerance left over. */
  private @Nullable Labels learnt;

  MarginView(Rows rows) {
    this.rows = rows;
    duals = new double[rows.count()];
    weights = new float[rows.width()];
  }

  @Override
  public double @Nullable [] scores(Labels labels) {
    if (labels.relevant() == 0 || labels.irrelevant() == 0) {
      return null;
    }
    if (!labels.same(learnt)) {
      fit(labels);
      learnt = labels;
    }
    double[] scores = new double[rows.count()];
    IntStream all = IntStream.range(0, scores.length);
    (scores.length > 20_000 ? all.parallel() : all)
        .filter(row -> labels.kind(row) == Labels.UNREAD)
        .forEach(row -> scores[row] = rows.dot(row, weights) + bias);
    return scores;
  }

  private void fit(Labels labels) {
    int[] taught = IntStream.range(0, rows.count()).filter(labels::teaches).toArray();
    restart(labels);
    double[] costs = costs(labels, taught.length);
    SplittableRandom random = new SplittableRandom(42);
    for (int pass = 0; pass < PASSES; pass++) {
      shuffle(taught, random);
      double worst = 0;
      for (int row : taught) {
        worst = Math.max(worst, improve(row, labels.kind(row), costs));
      }
      if (worst < TOLERANCE) {
        break;
      }
    }
  }

  /** Rebuilds the weights from the duals, so that rounding does not add up over many fits. */
  private void restart(Labels labels) {
    Arrays.fill(weights, 0);
    bias = 0;
    for (int row = 0; row < duals.length; row++) {
      if (!labels.teaches(row)) {
        duals[row] = 0;
      } else if (duals[row] != 0) {
        move(row, sign(labels.kind(row)) * duals[row]);
      }
    }
  }

  /** One over twice the cost of a text of each kind; the mean cost is {@link #COST}. */
  private static double[] costs(Labels labels, int count) {
    double other = labels.relevant() / (BALANCE * labels.irrelevant());
    double mean = count / (labels.relevant() + other * labels.irrelevant());
    double[] costs = new double[3];
    costs[Labels.RELEVANT] = 0.5 / (COST * mean);
    costs[Labels.IRRELEVANT] = 0.5 / (COST * mean * other);
    return costs;
  }

  private double improve(int row, byte kind, double[] costs) {
    double sign = sign(kind);
    double said = sign * (rows.dot(row, weights) + bias) + duals[row] * rows.own()[row];
    double slope = said - 1 + duals[row] * costs[kind];
    if (duals[row] == 0 && slope >= 0) {
      return 0;
    }
    double next = Math.max(duals[row] - slope / (rows.square(row) + 1 + costs[kind]), 0);
    double step = next - duals[row];
    duals[row] = next;
    if (step != 0) {
      move(row, sign * step);
    }
    return Math.abs(slope);
  }

  private void move(int row, double step) {
    rows.addTo(weights, row, step);
    bias += step;
  }

  private static int sign(byte kind) {
    return kind == Labels.RELEVANT ? 1 : -1;
  }

  private static void shuffle(int[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int held = values[i];
      values[i] = values[j];
      values[j] = held;
    }
  }
}
