package eu.metacluster.screening.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScopeModelTests {

  private static final ScopeModel MODEL = ScopeModel.load();
  private static final ScopeText CORE =
      new ScopeText(
          "Liquid biopsy to guide precision treatment of lung cancer",
          "LIQUIDGUIDE",
          "Half of the patients do not respond. We sequence ctDNA of NSCLC patients to select the targeted therapy that fits their "
              + "tumour. The kick-off takes place in Ghent.\n• Biomarkers of resistance predict response to immunotherapy.",
          "");
  private static final ScopeText OUT =
      ScopeText.of(
          "Offshore wind turbine foundations",
          "We study the corrosion of steel piles in the North Sea and its cost.");

  @Test
  void ranksAPrecisionOncologyTextAboveOneAboutWindTurbines() {
    ScopeScore core = MODEL.score(CORE);
    ScopeScore out = MODEL.score(OUT);

    assertThat(core.scope()).isEqualTo(ScopeScore.Scope.CORE);
    assertThat(core.core()).isGreaterThan(0.5);
    assertThat(out.scope()).isEqualTo(ScopeScore.Scope.OUT);
    assertThat(out.any()).isLessThan(0.01);
    assertThat(out.evidence()).isEmpty();
    assertThat(out.pillars()).isEmpty();
  }

  @Test
  void proposesFacetsLikeliestFirst() {
    ScopeScore score = MODEL.score(CORE);

    assertThat(score.pillars()).containsKey("treatment");
    assertThat(score.technologies()).containsKey("liquid_biopsy");
    assertThat(score.cancers()).containsOnlyKeys("lung");
    assertThat(List.copyOf(score.technologies().values()))
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void evidenceStandsWhereItSays() {
    List<Evidence> evidence = MODEL.score(CORE).evidence();

    assertThat(evidence).hasSizeBetween(2, 3);
    assertThat(evidence)
        .allSatisfy(
            one -> {
              assertThat(one.part().of(CORE).substring(one.start(), one.end()))
                  .isEqualTo(one.sentence())
                  .isNotBlank();
              assertThat(one.sentence()).contains(one.terms()).doesNotContain("Ghent");
              assertThat(one.contribution()).isPositive();
            });
    assertThat(evidence)
        .isSortedAccordingTo((a, b) -> Double.compare(b.contribution(), a.contribution()));
  }

  @ParameterizedTest
  @MethodSource("oddTexts")
  void anyTextHasAScore(String odd) {
    for (ScopeText text : List.of(ScopeText.of(odd, odd), new ScopeText("", odd, "", odd))) {
      ScopeScore score = MODEL.score(text);

      assertThat(score.any()).isBetween(0.0, 1.0);
      assertThat(score.core()).isBetween(0.0, score.any());
      assertThat(score.evidence())
          .allSatisfy(
              one ->
                  assertThat(one.part().of(text).substring(one.start(), one.end()))
                      .isEqualTo(one.sentence()));
    }
  }

  static Stream<String> oddTexts() {
    StringBuilder binary = new StringBuilder();
    new Random(1).ints(20_000, 0, 0x10000).forEach(c -> binary.append((char) c));
    return Stream.of(
        "",
        " \n\t",
        "cancer",
        "...!?•",
        "s",
        "Ærø æe oe ss",
        "cancer precision medicine ".repeat(40_000),
        "x".repeat(1_000_000),
        binary.toString(),
        "Рак лёгкого и точная медицина. Лечение.",
        "精准医学 肺癌 治疗。",
        "سرطان الرئة 🧬🧬",
        "Precision oncology\r\n\r\nfor lung cancer\n- and melanoma");
  }

  @Test
  void spellingsOfOneWordCountAlike() {
    ScopeText british =
        ScopeText.of("Personalised treatment of paediatric tumours and leukaemia", "");
    ScopeText american =
        ScopeText.of("PERSONALIZED treatment of pediatric tumors and leukemia", "");

    assertThat(MODEL.score(british).any()).isEqualTo(MODEL.score(american).any());
  }

  @Test
  void theSameTextHasTheSameScoreInEveryThread() {
    ScopeScore expected = MODEL.score(CORE);

    assertThat(Stream.generate(() -> CORE).limit(200).parallel().map(MODEL::score))
        .allMatch(expected::equals);
  }
}
