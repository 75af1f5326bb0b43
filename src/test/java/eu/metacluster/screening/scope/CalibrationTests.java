package eu.metacluster.screening.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTests {

  @Test
  void aSigmoidIsFoundAgain() {
    Calibration truth = new Calibration(1.5f, -2, 1);
    Random random = new Random(3);
    double[] margins = random.doubles(20_000, -4, 6).toArray();
    boolean[] outcomes = new boolean[margins.length];
    for (int i = 0; i < margins.length; i++) {
      outcomes[i] = random.nextDouble() < truth.probability(margins[i]);
    }
    double[] weights = new double[margins.length];
    Arrays.fill(weights, 1);

    Calibration fitted = Platt.fit(margins, outcomes, weights);

    assertThat(fitted.slope()).isCloseTo(1.5f, within(0.1f));
    assertThat(fitted.intercept()).isCloseTo(-2f, within(0.15f));
  }

  @Test
  void probabilitiesGrowWithTheMargin() {
    Calibration calibration = new Calibration(2, 1, 0.5f);

    assertThat(calibration.probability(-1e6)).isBetween(0.0, 1e-9);
    assertThat(calibration.probability(0)).isGreaterThan(calibration.probability(-1));
    assertThat(calibration.probability(1e6)).isEqualTo(1);
  }

  @Test
  void averagePrecisionAndThresholdOfAKnownRanking() {
    double[] scores = {0.9, 0.8, 0.7, 0.2};
    boolean[] truths = {true, false, true, false};

    assertThat(Figures.averagePrecision(scores, truths)).isCloseTo((1 + 2.0 / 3) / 2, within(1e-9));
    assertThat(Figures.bestThreshold(scores, truths)).isBetween(0.2, 0.7);
    assertThat(Figures.f1(2, 3, 2)).isCloseTo(0.8, within(1e-9));
    assertThat(Figures.f1(0, 0, 0)).isZero();
  }

  @Test
  void logisticRegressionSeparatesWhatCanBeSeparated() {
    List<SparseRow> rows =
        List.of(
            new SparseRow(new int[] {0}, new float[] {1}),
            new SparseRow(new int[] {1}, new float[] {1}),
            new SparseRow(new int[] {0, 1}, new float[] {1, 0.1f}),
            new SparseRow(new int[0], new float[0]));
    double[] weights =
        LogisticRegression.fit(rows, new boolean[] {true, false, true, false}, 2, 100);

    assertThat(LogisticRegression.margin(weights, rows.get(2))).isPositive();
    assertThat(LogisticRegression.margin(weights, rows.get(1))).isNegative();
  }
}
