package eu.metacluster.discovery.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Numbers the terms of some texts and weighs them: what is rare says more. */
final class Vocabulary {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<Double> rarity = new ArrayList<>();
  private final ToLongFunction<String> frequency;
  private final long documents;

  /**
   * A vocabulary of texts somewhere else.
   *
   * @param frequency in how many of the documents a term occurs; more than all count as all
   */
  Vocabulary(long documents, ToLongFunction<String> frequency) {
    this.documents = documents;
    this.frequency = frequency;
  }

  /** The vocabulary of these texts themselves. */
  static Vocabulary of(Collection<Map<String, Integer>> texts) {
    Map<String, Integer> counts = new HashMap<>();
    texts.forEach(text -> text.keySet().forEach(term -> counts.merge(term, 1, Integer::sum)));
    return new Vocabulary(texts.size(), term -> counts.getOrDefault(term, 0));
  }

  /** The weights of a text's terms: sublinear in how often they occur in it. */
  Weighted weigh(Map<String, Integer> counts, Predicate<String> wanted) {
    TreeMap<Integer, Double> found = new TreeMap<>();
    counts.forEach(
        (term, times) -> {
          if (wanted.test(term)) {
            int number = numbers.computeIfAbsent(term, this::add);
            found.put(number, (1 + Math.log(times)) * rarity.get(number));
          }
        });
    double square = found.values().stream().mapToDouble(w -> w * w).sum();
    float scale = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
    int[] terms = found.keySet().stream().mapToInt(Integer::intValue).toArray();
    float[] weights = new float[terms.length];
    int at = 0;
    for (double weight : found.values()) {
      weights[at++] = (float) weight * scale;
    }
    return new Weighted(terms, weights);
  }

  private int add(String term) {
    names.add(term);
    // An index also counts titles of records without texts, and what was replaced lately.
    long known = Math.min(documents, frequency.applyAsLong(term));
    rarity.add(1 + Math.log((1.0 + documents) / (1.0 + known)));
    return names.size() - 1;
  }

  /** How rare a term is, 1 for one that every text has, more for others. */
  double rarity(int number) {
    return rarity.get(number);
  }

  /** The term of a number. */
  String term(int number) {
    return names.get(number);
  }

  /** How many terms there are. */
  int size() {
    return names.size();
  }
}
