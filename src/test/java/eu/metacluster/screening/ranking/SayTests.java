package eu.metacluster.screening.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SayTests {

  private static List<Say.Seen> decided(int count, double modelYes, double learnedYes) {
    List<Say.Seen> seen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean yes = i % 2 == 0;
      seen.add(new Say.Seen(yes, yes ? modelYes : 0.5, yes ? learnedYes : 0.5));
    }
    return seen;
  }

  @Test
  void fewDecisionsOrOfOneKindTeachNothing() {
    assertThat(Say.of(List.of())).isZero();
    assertThat(Say.of(decided(8, 0.9, 0.9))).isZero();
    assertThat(Say.of(decided(40, 0.9, 0.9).stream().filter(Say.Seen::relevant).toList())).isZero();
  }

  @Test
  void whoWasRightMoreOftenHasMoreSay() {
    assertThat(Say.of(decided(40, 0.9, 0.1))).isEqualTo(0.1);
    assertThat(Say.of(decided(40, 0.1, 0.9))).isEqualTo(0.9);
    assertThat(Say.of(decided(40, 0.9, 0.9))).isEqualTo(0.5);
  }

  @Test
  void beforeAnythingWasPlacedByBothTheyAreEven() {
    List<Say.Seen> seen =
        decided(40, 0.9, 0.9).stream()
            .map(one -> new Say.Seen(one.relevant(), null, null))
            .toList();
    assertThat(Say.of(seen)).isEqualTo(0.5);
  }
}
