package eu.metacluster.screening.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescribedScopeTests {

  private static final ScopeDefinition RARE =
      new ScopeDefinition(
          "Rare diseases",
          "Rare and orphan diseases: diagnosis, registries and gene therapy of inherited disorders.",
          List.of("Undiagnosed children with an ultra-rare disorder"),
          List.of("Common cold in schools"));

  private static final WaitingText REGISTRY =
      waiting("A registry of rare lysosomal diseases", "Patients with orphan Gaucher disease.");
  private static final WaitingText WIND = waiting("Offshore wind", "Steel piles in the sea.");

  private static WaitingText waiting(String title, String objective) {
    return new WaitingText(ScopeText.of(title, objective), null);
  }

  private static List<WaitingText> many() {
    List<WaitingText> many = new ArrayList<>();
    for (int i = 0; i < 98; i++) {
      many.add(waiting("Study number x" + i, "Of wind, steel, ink and parchment in city y" + i));
    }
    many.add(REGISTRY);
    many.add(WIND);
    return many;
  }

  @Test
  void aTextThatComesLaterIsScoredByTheSameFit() {
    DescribedScope fit = DescribedScope.fit(RARE, many(), null);
    WaitingText later = waiting("Gene therapy of an inherited disorder", "An orphan disease.");

    assertThat(fit.probability(later)).isGreaterThan(0.3);
    assertThat(fit.probability(WIND)).isLessThan(0.1);
    assertThat(fit.score(WIND).scope()).isEqualTo(ScopeScore.Scope.OUT);
    assertThat(fit.score(REGISTRY).scope()).isEqualTo(ScopeScore.Scope.CORE);
  }

  @Test
  void evidenceIsTheSentencesThatShareItsWords() {
    WaitingText text =
        waiting("A network", "We meet each month. We treat rare inherited disorders. We publish.");
    List<WaitingText> sample = new ArrayList<>(many());
    sample.add(text);
    ScopeScore score = DescribedScope.fit(RARE, sample, null).score(text);

    assertThat(score.evidence()).isNotEmpty();
    Evidence first = score.evidence().getFirst();
    assertThat(first.sentence()).isEqualTo("We treat rare inherited disorders.");
    assertThat(first.part().of(text.text()).substring(first.start(), first.end()))
        .isEqualTo(first.sentence());
    assertThat(first.terms()).contains("inherited disorders");
    assertThat(score.evidence()).noneMatch(one -> one.sentence().contains("publish"));
    assertThat(score.pillars()).isEmpty();
    assertThat(score.cancers()).isEmpty();
  }

  @Test
  void aFitIsKeptAsBytesAndADamagedOneIsNone() {
    ScopeMeaning meaning =
        new ScopeMeaning("m", List.of(new float[] {1, 0}), List.of(new float[] {0, 1}));
    List<WaitingText> sample = new ArrayList<>(many());
    for (int i = 0; i < 20; i++) {
      sample.add(new WaitingText(REGISTRY.text(), new float[] {0.02f * i, 0.25f}));
    }
    DescribedScope fit = DescribedScope.fit(RARE, sample, meaning);
    byte[] bytes = fit.bytes();

    DescribedScope again = DescribedScope.of(RARE, bytes).orElseThrow();
    for (WaitingText one : sample) {
      assertThat(again.probability(one)).isCloseTo(fit.probability(one), within(1e-9));
    }
    assertThat(again.model()).isEqualTo("m");
    assertThat(DescribedScope.of(RARE, Arrays.copyOf(bytes, bytes.length / 2))).isEmpty();
    assertThat(DescribedScope.of(RARE, new byte[] {1, 2, 3})).isEmpty();
  }

  @Test
  void beforeAnyTextIsKnownWordsRankAlready() {
    DescribedScope unfitted = DescribedScope.unfitted(RARE);

    assertThat(unfitted.probability(REGISTRY)).isGreaterThan(unfitted.probability(WIND));
    assertThat(DescribedScope.unfitted(ScopeDefinition.of(" ")).score(WIND).evidence()).isEmpty();
  }

  @Test
  void aTextWithoutAVectorIsNotJudgedByThoseThatHaveOne() {
    ScopeMeaning meaning = new ScopeMeaning("m", List.of(new float[] {1}), List.of());
    List<WaitingText> sample = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boolean near = i < 30;
      String words = near ? "An orphan disease of type z" + i : "Wind and steel of type z" + i;
      float[] vector = near ? new float[] {0.5f + 0.01f * (i % 7)} : null;
      sample.add(new WaitingText(ScopeText.of(words, ""), vector));
    }
    DescribedScope fit = DescribedScope.fit(RARE, sample, meaning);

    WaitingText unread = new WaitingText(ScopeText.of("An orphan disease of type q", ""), null);
    WaitingText wind = new WaitingText(ScopeText.of("Wind and steel of type q", ""), null);
    assertThat(fit.probability(unread)).isGreaterThan(fit.probability(wind));
  }

  @Test
  void hostileTextsAreScored() {
    DescribedScope fit = DescribedScope.fit(RARE, many(), null);
    for (String text :
        List.of(
            "", "\u0000\u0001", "x", "乳腺癌の研究", "rare ".repeat(200_000), "a".repeat(1_000_000))) {
      assertThat(fit.probability(waiting(text, text))).isBetween(0.0, 1.0);
      assertThat(fit.score(waiting(text, text))).isNotNull();
    }
  }
}
