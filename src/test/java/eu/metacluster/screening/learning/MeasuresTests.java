package eu.metacluster.screening.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeasuresTests {

  @Test
  void theBestOrderHasNoLoss() {
    Measures measures = Measures.of(order("1100000000"));

    assertThat(measures.loss()).isEqualTo(0);
    assertThat(measures.wss95()).isEqualTo(1 - 0.2 - 0.05, within(1e-12));
    assertThat(measures.recall10()).isEqualTo(0.5);
    assertThat(measures.atd()).isEqualTo(0.15, within(1e-12));
  }

  @Test
  void theWorstOrderHasAllTheLoss() {
    Measures measures = Measures.of(order("0000000011"));

    assertThat(measures.loss()).isEqualTo(1, within(1e-12));
    assertThat(measures.wss95()).isEqualTo(-0.05, within(1e-12));
    assertThat(measures.recall10()).isEqualTo(0);
  }

  /**
   * Twenty texts, places 1, 2, 4 and 9: the best area under the curve is 4·(20 − 3/2) = 74, this
   * one is 20 + 19 + 17 + 12 = 68, and 4·16 lies between best and worst.
   */
  @Test
  void anOrderBetweenIsMeasuredByHand() {
    Measures measures = Measures.of(order("11010000100000000000"));

    assertThat(measures.loss()).isEqualTo((74.0 - 68.0) / 64.0, within(1e-12));
    assertThat(measures.wss95()).isEqualTo(1 - 9.0 / 20 - 0.05, within(1e-12));
    assertThat(measures.recall10()).isEqualTo(0.5);
    assertThat(measures.atd()).isEqualTo(4.0 / 20, within(1e-12));
  }

  @Test
  void ofTwentyRelevantOneMayBeLeftOut() {
    Measures measures = Measures.of(order("1".repeat(19) + "0".repeat(80) + "1"));

    assertThat(measures.wss95()).isEqualTo(1 - 0.19 - 0.05, within(1e-12));
  }

  @Test
  void nothingToFindCannotBeMeasured() {
    assertThatThrownBy(() -> Measures.of(order("000")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean[] order(String signs) {
    boolean[] order = new boolean[signs.length()];
    for (int i = 0; i < order.length; i++) {
      order[i] = signs.charAt(i) == '1';
    }
    return order;
  }
}
