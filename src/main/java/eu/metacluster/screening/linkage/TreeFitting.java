package eu.metacluster.screening.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fits {@link Trees} by gradient boosting of the logistic loss over binned features (Friedman 2001;
 * Chen and Guestrin 2016 for the gain); each tree sees a part of the examples and of the features,
 * drawn by chance (Friedman 2002), so that they err in different ways. Deterministic.
 */
final class TreeFitting {

  private static final int TREES = 300;
  private static final int LEAVES = 28;
  private static final int FEWEST = 12;
  private static final double RATE = 0.06;
  private static final double RIDGE = 2;

  /** Share of the examples that a tree sees, and of the features. */
  private static final double EXAMPLES = 0.5;

  private static final double FEATURES = 0.3;
  private static final int BINS = 48;

  private final byte[][] bins;
  private final float[][] edges;
  private final double[] target;
  private final double[] odds;
  private final double[] slope;
  private final double[] bend;
  private final List<float[]> nodes = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(42);
  private final boolean[] drawn;
  private final boolean[] used;

  private TreeFitting(double[][] rows, boolean[] match) {
    int features = rows.length == 0 ? 0 : rows[0].length;
    bins = new byte[features][rows.length];
    edges = new float[features][];
    for (int feature = 0; feature < features; feature++) {
      edges[feature] = edges(rows, feature);
      for (int row = 0; row < rows.length; row++) {
        bins[feature][row] = bin(edges[feature], rows[row][feature]);
      }
    }
    target = new double[rows.length];
    drawn = new boolean[rows.length];
    used = new boolean[features];
    for (int row = 0; row < rows.length; row++) {
      target[row] = match[row] ? 1 : 0;
    }
    odds = new double[rows.length];
    slope = new double[rows.length];
    bend = new double[rows.length];
  }

  /** One row of features per example. */
  static Trees fit(double[][] rows, boolean[] match) {
    TreeFitting fitting = new TreeFitting(rows, match);
    return fitting.run();
  }

  private static float[] edges(double[][] rows, int feature) {
    double[] values =
        Arrays.stream(rows)
            .mapToDouble(row -> row[feature])
            .filter(v -> !Double.isNaN(v))
            .sorted()
            .toArray();
    float[] edges = new float[BINS];
    int count = 0;
    for (int i = 1; i <= BINS && values.length > 0; i++) {
      float edge = (float) values[(int) ((long) (values.length - 1) * i / (BINS + 1))];
      if (count == 0 || edge > edges[count - 1]) {
        edges[count++] = edge;
      }
    }
    return Arrays.copyOf(edges, count);
  }

  /** 0 for unknown, else one more than the number of edges below. */
  private static byte bin(float[] edges, double value) {
    if (Double.isNaN(value)) {
      return 0;
    }
    int bin = 0;
    while (bin < edges.length && value > edges[bin]) {
      bin++;
    }
    return (byte) (bin + 1);
  }

  private Trees run() {
    double mean = Arrays.stream(target).average().orElse(0.5);
    float base = (float) Math.log(Math.max(mean, 1e-6) / Math.max(1 - mean, 1e-6));
    Arrays.fill(odds, base);
    int[] roots = new int[TREES];
    for (int tree = 0; tree < TREES; tree++) {
      for (int row = 0; row < target.length; row++) {
        double probability = Model.probability(odds[row]);
        slope[row] = target[row] - probability;
        bend[row] = probability * (1 - probability);
      }
      draw(drawn, EXAMPLES);
      draw(used, FEATURES);
      roots[tree] = nodes.size();
      grow();
    }
    Trees trees = Trees.empty(TREES, nodes.size(), base);
    System.arraycopy(roots, 0, trees.roots(), 0, TREES);
    for (int i = 0; i < nodes.size(); i++) {
      float[] node = nodes.get(i);
      trees.feature()[i] = (int) node[0];
      trees.threshold()[i] = node[1];
      trees.missingLeft()[i] = node[2] > 0;
      trees.left()[i] = (int) node[3];
      trees.right()[i] = (int) node[4];
      trees.value()[i] = node[5];
    }
    return trees;
  }

  /** Marks about this share of the places. */
  private void draw(boolean[] some, double share) {
    for (int i = 0; i < some.length; i++) {
      some[i] = random.nextDouble() < share;
    }
  }

  /** Grows one tree leaf by leaf, the best gain first. */
  private void grow() {
    int[] all = new int[target.length];
    Arrays.setAll(all, i -> i);
    List<Split> open = new ArrayList<>(List.of(split(node(all), all)));
    for (int leaves = 1; leaves < LEAVES; leaves++) {
      Split best = open.stream().max((a, b) -> Double.compare(a.gain, b.gain)).orElseThrow();
      if (best.gain <= 1e-9) {
        break;
      }
      open.remove(best);
      int[][] parts = parts(best);
      float[] node = nodes.get(best.node);
      node[0] = best.feature;
      node[1] = edges[best.feature][best.bin - 1];
      node[2] = best.missingLeft ? 1 : 0;
      node[3] = node(parts[0]);
      open.add(split((int) node[3], parts[0]));
      node[4] = node(parts[1]);
      open.add(split((int) node[4], parts[1]));
    }
    for (Split leaf : open) {
      for (int row : leaf.rows) {
        odds[row] += nodes.get(leaf.node)[5];
      }
    }
  }

  private int node(int[] rows) {
    double[] sums = new double[2];
    for (int row : rows) {
      if (drawn[row]) {
        sums[0] += slope[row];
        sums[1] += bend[row];
      }
    }
    nodes.add(new float[] {-1, 0, 0, 0, 0, (float) (RATE * sums[0] / (sums[1] + RIDGE))});
    return nodes.size() - 1;
  }

  private int[][] parts(Split split) {
    int[] left = new int[split.rows.length];
    int[] right = new int[split.rows.length];
    int lefts = 0;
    int rights = 0;
    for (int row : split.rows) {
      byte bin = bins[split.feature][row];
      if (bin == 0 ? split.missingLeft : bin <= split.bin) {
        left[lefts++] = row;
      } else {
        right[rights++] = row;
      }
    }
    return new int[][] {Arrays.copyOf(left, lefts), Arrays.copyOf(right, rights)};
  }

  private Split split(int node, int[] rows) {
    Split best = new Split(node, rows, -1, 0, false, 0);
    for (int feature = 0; feature < bins.length; feature++) {
      if (!used[feature]) {
        continue;
      }
      double[][] sums = new double[BINS + 2][3];
      for (int row : rows) {
        if (!drawn[row]) {
          continue;
        }
        double[] sum = sums[bins[feature][row]];
        sum[0] += slope[row];
        sum[1] += bend[row];
        sum[2]++;
      }
      best = better(best, feature, sums);
    }
    return best;
  }

  private Split better(Split before, int feature, double[][] sums) {
    Split best = before;
    double[] all = new double[3];
    for (double[] sum : sums) {
      plus(all, sum);
    }
    for (int missingLeft = 0; missingLeft < 2; missingLeft++) {
      double[] left = missingLeft == 1 ? sums[0].clone() : new double[3];
      for (int bin = 1; bin <= edges[feature].length; bin++) {
        plus(left, sums[bin]);
        double rest = all[2] - left[2];
        double gain =
            left[2] < FEWEST || rest < FEWEST
                ? 0
                : worth(left[0], left[1])
                    + worth(all[0] - left[0], all[1] - left[1])
                    - worth(all[0], all[1]);
        if (gain > best.gain) {
          best = new Split(before.node, before.rows, feature, bin, missingLeft == 1, gain);
        }
      }
    }
    return best;
  }

  private static void plus(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  private static double worth(double slope, double bend) {
    return slope * slope / (bend + RIDGE);
  }

  private record Split(
      int node, int[] rows, int feature, int bin, boolean missingLeft, double gain) {}
}
