package eu.metacluster.screening.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnerTests {

  private final Subjects subjects = Subjects.of(300, 8, 1);
  private final TextPool pool = TextPool.of(subjects.texts());

  @Test
  void oneDecisionOfEachKindBringsTheSubjectToTheFront() {
    Decisions decisions = new Decisions(300);
    decisions.add(first(true), true);
    decisions.add(first(false), false);

    assertThat(wantedInFront(new Learner(pool).order(decisions))).isGreaterThan(0.9);
  }

  @Test
  void askingAgainWithoutANewDecisionChangesNothing() {
    Decisions decisions = new Decisions(300);
    for (int i = 0; i < 40; i++) {
      decisions.add(i, subjects.labels()[i]);
    }
    Learner learner = new Learner(pool);

    assertThat(learner.scores(decisions)).containsExactly(learner.scores(decisions));
  }

  @Test
  void afterAVainSearchTheNextTextIsOneThatTheViewsDidNotPutInFront() {
    Decisions decisions = new Decisions(300);
    decisions.add(first(true), true);
    for (int i = 0; decisions.read() < 25; i++) {
      if (!subjects.labels()[i]) {
        decisions.add(i, false);
      }
    }

    assertThat(Learner.strays(decisions)).isTrue();
    double[] scores = new Learner(pool).scores(decisions);
    int front = new Learner(pool).order(decisions)[0];
    assertThat(scores[front]).isGreaterThan(1e6);
    assertThat(Arrays.stream(scores).filter(score -> score > 1e6).count()).isOne();
  }

  @Test
  void ofTwoTextsAlikeTheOneWithABodyComesFirst() {
    List<ScreeningText> texts = new java.util.ArrayList<>(subjects.texts());
    texts.add(new ScreeningText("weather of the far seas", ""));
    texts.add(new ScreeningText("weather of the far seas", "weather of the far seas once more"));
    Decisions decisions = new Decisions(302);
    decisions.add(first(true), true);
    decisions.add(first(false), false);
    double[] scores = new Learner(TextPool.of(texts)).scores(decisions);

    assertThat(scores[301]).isGreaterThan(scores[300]);
  }

  @Test
  void theFirstOrderComesFromTheScope() {
    TextPool scoped =
        TextPool.of(subjects.texts(), "Tumour genome sequencing to choose a therapy", null);

    assertThat(wantedInFront(new Learner(scoped).order(new Decisions(300)))).isGreaterThan(0.9);
  }

  @Test
  void decisionsOfOneKindSuffice() {
    Decisions relevant = new Decisions(300);
    relevant.add(first(true), true);
    Decisions irrelevant = new Decisions(300);
    irrelevant.add(first(false), false);

    assertThat(wantedInFront(new Learner(pool).order(relevant))).isGreaterThan(0.9);
    assertThat(wantedInFront(new Learner(pool).order(irrelevant))).isGreaterThan(0.9);
  }

  @Test
  void withoutDecisionAndScopeTheOrderIsThatOfThePool() {
    assertThat(new Learner(pool).order(new Decisions(300)))
        .containsExactly(IntStream.range(0, 300).toArray());
  }

  @Test
  void theMajorityCountsAndEvenVotesTeachNothing() {
    Decisions once = new Decisions(300);
    once.add(first(true), true);
    once.add(first(false), false);
    Decisions disputed = once.copy();
    int other = last(false);
    disputed.add(other, true);
    disputed.add(other, false);

    assertThat(disputed.read()).isEqualTo(3);
    assertThat(disputed.found()).isEqualTo(1);
    assertThat(wantedInFront(new Learner(pool).order(disputed))).isGreaterThan(0.9);
    disputed.add(other, false);
    assertThat(disputed.isIrrelevant(other)).isTrue();
    assertThat(disputed.read()).isEqualTo(3);
  }

  @Test
  void aDenseViewIsHeard() {
    float[][] embeddings = new float[300][2];
    for (int i = 0; i < 300; i++) {
      embeddings[i][subjects.labels()[i] ? 0 : 1] = 1;
    }
    List<ScreeningText> mute =
        IntStream.range(0, 300).mapToObj(i -> new ScreeningText("", "")).toList();
    Decisions decisions = new Decisions(300);
    decisions.add(first(true), true);
    decisions.add(first(false), false);

    int[] order = new Learner(TextPool.of(mute, null, embeddings)).order(decisions);

    assertThat(wantedInFront(order)).isEqualTo(1);
  }

  @Test
  void embeddingsMustFitTheTexts() {
    assertThatThrownBy(() -> TextPool.of(subjects.texts(), null, new float[3][2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Learner(pool).scores(new Decisions(5)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textsOfAnyKindAreReadWithoutFault() {
    byte[] noise = new byte[5000];
    new java.util.Random(3).nextBytes(noise);
    List<ScreeningText> odd =
        List.of(
            new ScreeningText("", ""),
            new ScreeningText("cancer", ""),
            new ScreeningText("long", "tumour genome ".repeat(75_000)),
            new ScreeningText(
                "binary", new String(noise, java.nio.charset.StandardCharsets.ISO_8859_1)),
            new ScreeningText("лечение рака", "геном опухоли и персональная терапия"),
            new ScreeningText("癌症基因组", "肿瘤基因组测序"),
            new ScreeningText("سرطان", "\uD800 \u0000"));
    Learner learner = new Learner(TextPool.of(odd, "tumour genome", null));
    Decisions decisions = new Decisions(odd.size());
    for (int i = 0; i < odd.size(); i++) {
      assertThat(Arrays.stream(learner.scores(decisions)).allMatch(Double::isFinite)).isTrue();
      decisions.add(i, i % 2 == 0);
    }
    assertThat(learner.order(decisions)).isEmpty();
  }

  @Test
  void wordsOfAnyScriptAreLearnt() {
    List<ScreeningText> texts =
        List.of(
            new ScreeningText("肿瘤基因组测序", "肿瘤"),
            new ScreeningText("海洋盐度", "海洋"),
            new ScreeningText("海洋温度", "海洋"),
            new ScreeningText("肿瘤治疗", "肿瘤"));
    Decisions decisions = new Decisions(4);
    decisions.add(0, true);
    decisions.add(1, false);

    assertThat(new Learner(TextPool.of(texts)).order(decisions)).containsExactly(3, 2);
  }

  @Test
  void wordsThatEndAlikeAreLearntThoughNoneIsTheSame() {
    List<ScreeningText> texts =
        List.of(
            new ScreeningText("Atenopranolol", ""),
            new ScreeningText("Esomeprazole", ""),
            new ScreeningText("Lansoprazole", ""),
            new ScreeningText("Betapranolol", ""));
    Decisions decisions = new Decisions(4);
    decisions.add(0, true);
    decisions.add(1, false);

    assertThat(new Learner(TextPool.of(texts)).order(decisions)).containsExactly(3, 2);
  }

  @Test
  void anEmptyPoolHasAnEmptyOrder() {
    assertThat(new Learner(TextPool.of(List.of())).order(new Decisions(0))).isEmpty();
  }

  private double wantedInFront(int[] order) {
    int wanted = 0;
    for (int text : order) {
      wanted += subjects.labels()[text] ? 1 : 0;
    }
    int front = 0;
    for (int i = 0; i < wanted; i++) {
      front += subjects.labels()[order[i]] ? 1 : 0;
    }
    return (double) front / wanted;
  }

  private int first(boolean kind) {
    return IntStream.range(0, 300).filter(i -> subjects.labels()[i] == kind).findFirst().orElse(0);
  }

  private int last(boolean kind) {
    return IntStream.range(0, 300).filter(i -> subjects.labels()[i] == kind).max().orElse(0);
  }
}
