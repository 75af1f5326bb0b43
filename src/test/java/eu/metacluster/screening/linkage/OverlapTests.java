package eu.metacluster.screening.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OverlapTests {

  @Test
  void findsWordsThatOneSideWritesAsTwo() {
    Corpus corpus = corpus(List.of("database systems", "data base systems", "base data systems"));
    double[] weights = corpus.words().weights(corpus.size());

    Overlap joined = Overlap.of(corpus.whole(0), corpus.whole(1), corpus, weights);
    Overlap turned = Overlap.of(corpus.whole(1), corpus.whole(0), corpus, weights);
    Overlap apart = Overlap.of(corpus.whole(0), corpus.whole(2), corpus, weights);

    assertThat(joined.common()).isCloseTo(joined.one(), within(1e-9));
    assertThat(turned.common()).isCloseTo(joined.common(), within(1e-9));
    assertThat(apart.common()).isLessThan(joined.common());
  }

  @Test
  void stoppingEarlyLosesNothingThatReachesTheLeast() {
    SplittableRandom random = new SplittableRandom(3);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      texts.add(text(random));
    }
    Corpus corpus = corpus(texts);
    double[] weights = corpus.words().weights(corpus.size());
    int reached = 0;
    for (int one = 0; one < corpus.size(); one++) {
      for (int other = 0; other < corpus.size(); other++) {
        var value = corpus.whole(one);
        var row = corpus.whole(other);
        double whole = Overlap.within(value, row, corpus, weights, 0);
        double early = Overlap.within(value, row, corpus, weights, 0.8);
        if (whole >= 0.8) {
          assertThat(early).isEqualTo(whole);
          reached += one == other ? 0 : 1;
        } else {
          assertThat(early).isLessThan(0.8);
        }
        Overlap both = Overlap.of(value, row, corpus, weights);
        assertThat(whole).isCloseTo(both.common() / both.one(), within(1e-9));
      }
    }
    assertThat(reached).isPositive();
  }

  private static Corpus corpus(List<String> texts) {
    List<String> ids = texts.stream().map(text -> "id").toList();
    return Corpus.of(
        new LinkTable(List.of("text"), ids, texts.stream().map(List::of).toList()), null);
  }

  /** Few letters, so that words begin alike, are misspelt or are two others in one. */
  private static String text(SplittableRandom random) {
    List<String> words = new ArrayList<>();
    int count = random.nextInt(1, 9);
    for (int i = 0; i < count; i++) {
      StringBuilder word = new StringBuilder();
      int length = random.nextInt(1, 7);
      for (int j = 0; j < length; j++) {
        word.append((char) ('a' + random.nextInt(2)));
      }
      words.add(word.toString());
    }
    return String.join(" ", words);
  }
}
