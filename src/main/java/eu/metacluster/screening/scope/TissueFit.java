package eu.metacluster.screening.scope;

import java.util.Arrays;

/**
 * Fits {@link Tissues} by the likelihood of the sets that were named, with a ridge. Every tissue
 * teaches every other: the weights are shared, a tissue has but a bias of its own.
 */
final class TissueFit {

  private static final double RIDGE = 0.05;
  private static final double BIAS_RIDGE = 0.1;
  private static final double SIZE_RIDGE = 0.002;
  private static final double LEAST_SPREAD = 0.25;

  private final Sample sample;
  private final int tissues;
  private final int anyBase;
  private final int biasBase;
  private final int sizeBase;
  private int[] training = {};
  private float[][][] rows = {};
  private float[][] anyRows = {};

  TissueFit(Sample sample) {
    this.sample = sample;
    tissues = sample.concepts().tissues();
    anyBase = TissueFeatures.SIZE;
    biasBase = anyBase + TissueFeatures.ANY_SIZE;
    sizeBase = biasBase + tissues + 2;
  }

  /** Fits to these texts, all in scope; the threshold is still to be found. */
  Tissues fit(int[] positions) {
    training = positions;
    rows = new float[positions.length][tissues][];
    anyRows = new float[positions.length][];
    for (int i = 0; i < positions.length; i++) {
      for (int t = 0; t < tissues; t++) {
        rows[i][t] = sample.tissues(positions[i]).of(t);
      }
      anyRows[i] = sample.tissues(positions[i]).ofAny();
    }
    double[] spread = spread();
    for (float[][] row : rows) {
      Arrays.stream(row).forEach(one -> divide(one, spread, 0));
    }
    Arrays.stream(anyRows).forEach(one -> divide(one, spread, anyBase));
    double[] start = new double[sizeBase + 3];
    start[sizeBase + 2] = -3;
    return tissues(Descent.lowest(this::loss, start), spread);
  }

  private Tissues tissues(double[] found, double[] spread) {
    float[] weights = new float[TissueFeatures.SIZE];
    for (int j = 0; j < weights.length; j++) {
      weights[j] = (float) (found[j] / spread[j]);
    }
    float[] anyWeights = new float[TissueFeatures.ANY_SIZE];
    for (int j = 0; j < anyWeights.length; j++) {
      anyWeights[j] = (float) (found[anyBase + j] / spread[anyBase + j]);
    }
    float[] biases = new float[tissues + 1];
    for (int t = 0; t < tissues; t++) {
      biases[t] = (float) (found[biasBase + t] + found[biasBase + tissues + 1]);
    }
    biases[tissues] = (float) found[biasBase + tissues];
    return new Tissues(biases, weights, anyWeights, choice(found), 1);
  }

  private TissueChoice choice(double[] found) {
    return new TissueChoice(
        (float) found[sizeBase], (float) found[sizeBase + 1], (float) found[sizeBase + 2]);
  }

  /** Mean negative log-likelihood with the ridge, and its gradient. */
  private double loss(double[] at, double[] gradient) {
    TissueChoice choice = choice(at);
    double loss = 0;
    for (int i = 0; i < training.length; i++) {
      loss += loss(i, at, choice, gradient);
    }
    loss /= training.length;
    for (int j = 0; j < at.length; j++) {
      double ridge = ridge(j);
      gradient[j] = gradient[j] / training.length + ridge * at[j];
      loss += ridge * at[j] * at[j] / 2;
    }
    return loss;
  }

  private double loss(int i, double[] at, TissueChoice choice, double[] gradient) {
    LabelledProject label = sample.label(training[i]);
    double[] margins = margins(i, at);
    double anyMargin = TissueChoice.bounded(at[biasBase + tissues] + dot(at, anyBase, anyRows[i]));
    TissueChoice.Sum sum = choice.sum(margins, anyMargin);
    boolean any = label.cancers().contains(Tissues.ANY);
    double likelihood = any ? anyMargin : 0;
    int named = 0;
    for (int t = 0; t < tissues; t++) {
      boolean truth = label.cancers().contains(sample.concepts().tissueName(t));
      named += truth ? 1 : 0;
      likelihood += truth ? margins[t] : 0;
      double error = sum.tissues()[t] - (truth ? 1 : 0);
      addTo(gradient, 0, rows[i][t], error);
      gradient[biasBase + t] += error;
      gradient[biasBase + tissues + 1] += error;
    }
    double error = sum.any() - (any ? 1 : 0);
    addTo(gradient, anyBase, anyRows[i], error);
    gradient[biasBase + tissues] += error;
    int size = any ? (named > 0 ? 2 : -1) : Math.min(named - 2, 1);
    for (int s = 0; s < 3; s++) {
      gradient[sizeBase + s] += sum.sizes()[s] - (s == size ? 1 : 0);
    }
    return sum.logTotal() - likelihood - (size < 0 ? 0 : at[sizeBase + size]);
  }

  private double[] margins(int i, double[] at) {
    double[] margins = new double[tissues];
    for (int t = 0; t < tissues; t++) {
      margins[t] =
          TissueChoice.bounded(
              at[biasBase + t] + at[biasBase + tissues + 1] + dot(at, 0, rows[i][t]));
    }
    return margins;
  }

  private double ridge(int j) {
    if (j < biasBase) {
      return RIDGE;
    }
    return j < biasBase + tissues ? BIAS_RIDGE : SIZE_RIDGE;
  }

  /** How far each number spreads, so that the ridge weighs on all alike. */
  private double[] spread() {
    double[] spread = new double[biasBase];
    for (int j = 0; j < anyBase; j++) {
      int feature = j;
      spread[j] =
          deviation(
              Arrays.stream(rows)
                  .flatMap(Arrays::stream)
                  .mapToDouble(row -> row[feature])
                  .toArray());
    }
    for (int j = anyBase; j < biasBase; j++) {
      int feature = j - anyBase;
      spread[j] = deviation(Arrays.stream(anyRows).mapToDouble(row -> row[feature]).toArray());
    }
    return spread;
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    return Math.max(LEAST_SPREAD, Math.sqrt(square));
  }

  private static void divide(float[] values, double[] by, int base) {
    for (int j = 0; j < values.length; j++) {
      values[j] /= (float) by[base + j];
    }
  }

  private static void addTo(double[] gradient, int base, float[] values, double times) {
    for (int j = 0; j < values.length; j++) {
      gradient[base + j] += times * values[j];
    }
  }

  private static double dot(double[] weights, int base, float[] values) {
    double sum = 0;
    for (int j = 0; j < values.length; j++) {
      sum += weights[base + j] * values[j];
    }
    return sum;
  }
}
