package eu.metacluster.discovery.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Terms are shown as their text writes them. */
class TermsTests {

  @Test
  void whatStandsBetweenTheWordsOfAPairIsNotShown() {
    Map<String, String> forms =
        Terms.forms(
            new Piece("1", "Vessels by 2030 (ZEWT Partnership)", "Hydrogen, ships: β-catenin"));

    assertThat(forms)
        .containsEntry("2030 zewt", "2030 zewt")
        .containsEntry("zewt partnership", "ZEWT Partnership")
        .containsEntry("hydrogen ship", "hydrogen ships")
        .containsEntry("ship", "ships");
    assertThat(forms.values()).noneMatch(shown -> shown.matches(".*[(),:.].*"));
  }
}
