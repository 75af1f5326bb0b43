package eu.metacluster.screening.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTests {

  private static List<Agreement.Pair> pairs(int bothYes, int yesNo, int noYes, int bothNo) {
    List<Agreement.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < bothYes; i++) {
      pairs.add(new Agreement.Pair(true, true));
    }
    for (int i = 0; i < yesNo; i++) {
      pairs.add(new Agreement.Pair(true, false));
    }
    for (int i = 0; i < noYes; i++) {
      pairs.add(new Agreement.Pair(false, true));
    }
    for (int i = 0; i < bothNo; i++) {
      pairs.add(new Agreement.Pair(false, false));
    }
    return pairs;
  }

  @Test
  void cohensOwnKindOfTable() {
    Agreement agreement = Agreement.of(pairs(20, 5, 10, 15));
    assertThat(agreement.share()).isEqualTo(0.7);
    assertThat(agreement.kappa()).isEqualTo(0.4, within(1e-9));
  }

  @Test
  void whenOneAnswerIsRareAc1StaysMeaningful() {
    Agreement agreement = Agreement.of(pairs(118, 5, 2, 0));
    assertThat(agreement.kappa()).isEqualTo(-0.0234, within(1e-3));
    assertThat(agreement.ac1()).isEqualTo(0.9408, within(1e-3));
  }

  @Test
  void nothingIsInventedWithoutVotesOrWithoutADifference() {
    assertThat(Agreement.of(List.of())).isEqualTo(new Agreement(0, null, null, null));
    Agreement same = Agreement.of(pairs(9, 0, 0, 0));
    assertThat(same.kappa()).isNull();
    assertThat(same.ac1()).isEqualTo(1);
  }
}
