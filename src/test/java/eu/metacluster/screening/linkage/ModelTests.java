package eu.metacluster.screening.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelTests {

  private static final int PAIRS = 6_000;
  private static final int FEATURES = 12;
  private static final double SHARE = 0.3;

  private final boolean[] match = new boolean[PAIRS];
  private final byte[][] levels = new byte[FEATURES][PAIRS];
  private final float[] whole = new float[PAIRS];

  /** Each feature agrees for 85 of 100 matches and 15 of 100 others. */
  private Model.Fit fit() {
    Random random = new Random(11);
    int[] one = new int[PAIRS];
    int[] other = new int[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      match[i] = random.nextDouble() < SHARE;
      one[i] = 2 * (i / 2);
      other[i] = 2 * PAIRS + i;
      for (byte[] feature : levels) {
        feature[i] = (byte) (random.nextDouble() < (match[i] ? 0.85 : 0.15) ? 9 : 2);
        whole[i] += feature[i] / 100f;
      }
    }
    return Model.fit(new Pairs(one, other), new Levels(levels), whole, 4 * PAIRS, false);
  }

  @Test
  void expectationAndMaximisationRecoverShareAndWeights() {
    Model.Fit fit = fit();

    double share = Arrays.stream(fit.probability()).sum() / PAIRS;
    assertThat(share).isCloseTo(SHARE, within(0.03));
    double agreeing = fit.weights().of(0, (byte) 9) / 0.35;
    assertThat(agreeing).isCloseTo(Math.log(0.85 / 0.15), within(0.25));
    assertThat(fit.weights().of(0, (byte) 2) / 0.35).isCloseTo(Math.log(0.15 / 0.85), within(0.25));
  }

  @Test
  void nearlyEveryPairIsToldApart() {
    Model.Fit fit = fit();

    int right = 0;
    for (int i = 0; i < PAIRS; i++) {
      right += fit.probability()[i] > 0.5 == match[i] ? 1 : 0;
    }
    assertThat(right).isGreaterThan(PAIRS * 97 / 100);
  }

  @Test
  void silenceWeighsNothing() {
    assertThat(fit().weights().of(3, Comparison.SILENT)).isZero();
  }
}
