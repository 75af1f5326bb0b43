package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TissuesTests {

  @ParameterizedTest
  @CsvSource({
    "liver_biliary, Hepatocellular carcinoma, LIVER",
    "liver_biliary, Cancers of liver and gallbladder, BILIARY_TRACT LIVER",
    "liver_biliary, Drug delivery, ''",
    "liver_biliary, Drug delivery to the liver, LIVER",
    "stomach_oesophagus, Gastro-oesophageal junction, STOMACH",
    "stomach_oesophagus, Gastroesophageal reflux, STOMACH",
    "stomach_oesophagus, Cancer de l'Œsophage, STOMACH",
    "brain_nerves, Neuroblastoma in children, PNS",
    "brain_nerves, MENINGIOMA, BRAIN",
    "skin_melanoma, Mélanome cutané, SKIN",
    "skin_melanoma, Hawkeye, ''",
    "skin_melanoma, Hawk-eye, EYE",
    "blood, subleukemic, ''",
    "blood, (leukaemia), MYELOID",
  })
  void wordsDecideAmongTheTissuesOfACancer(String cancer, String text, String tissues) {
    assertThat(String.join(" ", Tissues.of(List.of(cancer), text))).isEqualTo(tissues);
  }

  @Test
  void aCancerOfOneTissueNeedsNoWords() {
    assertThat(Tissues.of(List.of("lung", "breast"), "nothing", null))
        .containsExactly("BREAST", "LUNG");
    assertThat(Tissues.of(List.of(), "lung")).isEmpty();
  }
}
