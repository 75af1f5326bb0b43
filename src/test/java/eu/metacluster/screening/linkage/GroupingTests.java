package eu.metacluster.screening.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTests {

  @Test
  void aChainDoesNotJoinWhatSpeaksAgainstEachOther() {
    Pairs pairs = new Pairs(new int[] {0, 1, 0}, new int[] {1, 2, 2});

    assertThat(Grouping.of(pairs, new double[] {5, 1, -9}, 4)).containsExactly(List.of(0, 1));
    assertThat(Grouping.of(pairs, new double[] {5, 1, -0.5}, 4)).containsExactly(List.of(0, 1, 2));
  }

  @Test
  void groupsJoinByAllThatSpeaksForIt() {
    Pairs pairs = new Pairs(new int[] {0, 2, 0, 0, 1, 1}, new int[] {1, 3, 2, 3, 2, 3});

    assertThat(Grouping.of(pairs, new double[] {9, 8, 2, 2, 2, -1}, 4))
        .containsExactly(List.of(0, 1, 2, 3));
    assertThat(Grouping.of(pairs, new double[] {9, 8, 2, -2, -2, -2}, 4))
        .containsExactly(List.of(0, 1), List.of(2, 3));
  }

  @Test
  void assignmentRespectsBothSides() {
    Pairs pairs = new Pairs(new int[] {0, 0, 1, 1}, new int[] {2, 3, 2, 3});

    int[] chosen = Assignment.of(pairs, new double[] {4, 3, 5, 1}, new BitSet());

    assertThat(chosen).containsExactly(2, 1);
  }

  @Test
  void orderIsFallingAlsoBelowZero() {
    assertThat(Assignment.order(new double[] {-1, 2, -3, 0, 2}, new BitSet()))
        .containsExactly(1, 4, 3, 0, 2);
  }

  @Test
  void risingPoolsWhatFalls() {
    assertThat(Monotone.rising(new double[] {1, 3, 1, 4}, new double[] {1, 1, 1, 1}))
        .containsExactly(1, 2, 2, 4);
  }
}
