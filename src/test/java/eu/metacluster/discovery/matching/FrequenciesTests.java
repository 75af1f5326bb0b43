package eu.metacluster.discovery.matching;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.search.Alike;
import eu.metacluster.grid.RecordKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FrequenciesTests {

  /** An index in which every word is as frequent. */
  private record Everywhere(long documents, long frequency) implements Alike {

    @Override
    public Map<String, Long> frequencies(Collection<String> stems) {
      return stems.stream().collect(Collectors.toMap(Function.identity(), stem -> frequency));
    }

    @Override
    public List<String> alike(Collection<String> stems, RecordKind kind, int most) {
      return List.of();
    }
  }

  /** As where few projects have texts and many organisations are universities. */
  @Test
  void aWordOfMoreTitlesThanThereAreTextsWeighsLittleButNotLessThanNothing() {
    Frequencies frequencies = new Frequencies(new Everywhere(100, 100_000));
    Map<String, Integer> title = Map.of("univers", 2, "univers hospit", 2, "hospit", 2);

    Vocabulary vocabulary = frequencies.of(List.of(title, title));
    Weighted weighed = vocabulary.weigh(title, term -> true);

    for (int i = 0; i < 3; i++) {
      assertThat(vocabulary.rarity(i)).isGreaterThanOrEqualTo(1);
      assertThat(weighed.weights()[i]).isPositive();
    }
  }

  /** Others ask in other threads while a text is weighed. */
  @Test
  void whatOthersAskChangesNothing() {
    Frequencies frequencies = new Frequencies(new Everywhere(1_000, 500));
    Map<String, Integer> both = Map.of("glioma", 1, "lamp", 1);
    Map<String, Integer> one = Map.of("glioma", 1);
    List<Map<String, Integer>> asked = List.of(both, one);
    Vocabulary before = frequencies.of(asked);
    frequencies.of(List.of(both, both));
    Vocabulary after = frequencies.of(asked);

    float[] alone =
        new Frequencies(new Everywhere(1_000, 500)).of(asked).weigh(both, t -> true).weights();
    assertThat(before.weigh(both, t -> true).weights()).containsExactly(alone);
    assertThat(after.weigh(both, t -> true).weights()).containsExactly(alone);
  }
}
