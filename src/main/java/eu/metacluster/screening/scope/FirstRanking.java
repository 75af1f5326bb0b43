package eu.metacluster.screening.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ranks texts by a {@link ScopeDefinition} alone, without one label: how near each lies to the
 * scope's text and examples, and how far from what does not belong. Words are weighed by how rare
 * they are among the texts that are ranked (Rocchio, "Relevance feedback in information retrieval",
 * 1971); where vectors are given, their likeness counts as much as the words'.
 *
 * <p>The probabilities are rough: what stands out from the others by so many deviations, if so
 * large a share belongs. They are there to order by and to mix with what decisions teach later.
 */
public final class FirstRanking {

  private static final double COUNTER = 0.5;
  private static final double STEEPNESS = 1.7;
  private static final double SHARE = 0.05;

  private final ScopeDefinition scope;
  private final Map<Long, Double> rarity = new HashMap<>();
  private final TextScanner scanner = new TextScanner();

  private FirstRanking(ScopeDefinition scope) {
    this.scope = scope;
  }

  /**
   * Vectors for the same likeness in meaning: of the texts that are ranked, in their order (null
   * where a text has none), of the scope's text and examples, and of its counter-examples.
   */
  public record Meanings(
      List<float @Nullable []> texts, List<float[]> belongs, List<float[]> doesNot) {}

  /**
   * The rough probability of each text to belong, in their order: all the same when the scope is
   * empty.
   *
   * @param meanings vectors of one model, or null to go by words alone
   */
  public static double[] of(
      ScopeDefinition scope, Collection<ScopeText> texts, @Nullable Meanings meanings) {
    if (scope.isEmpty() || texts.isEmpty()) {
      double[] same = new double[texts.size()];
      Arrays.fill(same, SHARE);
      return same;
    }
    double[] standing = standing(new FirstRanking(scope).byWords(texts));
    if (meanings != null) {
      double[] meant = standing(byMeaning(meanings));
      for (int i = 0; i < standing.length; i++) {
        standing[i] = (standing[i] + meant[i]) / 2;
      }
    }
    return probabilities(standing);
  }

  private double[] byWords(Collection<ScopeText> texts) {
    List<Map<Long, Double>> counts = new ArrayList<>();
    for (ScopeText text : texts) {
      String title = text.title() + ". ";
      counts.add(counts(title + title + text.objective() + " " + text.keywords()));
    }
    counts.forEach(one -> one.keySet().forEach(word -> rarity.merge(word, 1.0, Double::sum)));
    rarity.replaceAll((word, many) -> Math.log((1 + texts.size()) / many));
    Map<Long, Double> wanted = wanted();
    return counts.stream().mapToDouble(one -> dot(weighed(one), wanted)).toArray();
  }

  private Map<Long, Double> wanted() {
    Map<Long, Double> wanted = new HashMap<>();
    add(wanted, weighed(counts(scope.text())), 1);
    double each = 1.0 / scope.examples().size();
    scope.examples().forEach(one -> add(wanted, weighed(counts(one)), each));
    double against = -COUNTER / scope.counterExamples().size();
    scope.counterExamples().forEach(one -> add(wanted, weighed(counts(one)), against));
    return wanted;
  }

  private Map<Long, Double> counts(String text) {
    Map<Long, Double> counts = new HashMap<>();
    scanner.scan(text, (hash, start, end, sentence) -> counts.merge(hash, 1.0, Double::sum));
    return counts;
  }

  /** Sublinear TF-IDF of unit length; words that no ranked text has weigh nothing. */
  private Map<Long, Double> weighed(Map<Long, Double> counts) {
    Map<Long, Double> weighed = new HashMap<>();
    double square = 0;
    for (Map.Entry<Long, Double> one : counts.entrySet()) {
      double weight = (1 + Math.log(one.getValue())) * rarity.getOrDefault(one.getKey(), 0.0);
      weighed.put(one.getKey(), weight);
      square += weight * weight;
    }
    double length = square == 0 ? 1 : Math.sqrt(square);
    weighed.replaceAll((word, weight) -> weight / length);
    return weighed;
  }

  private static double[] byMeaning(Meanings meanings) {
    double[] likeness = new double[meanings.texts().size()];
    double sum = 0;
    int there = 0;
    for (int i = 0; i < likeness.length; i++) {
      float[] text = meanings.texts().get(i);
      if (text != null) {
        likeness[i] = mean(text, meanings.belongs()) - COUNTER * mean(text, meanings.doesNot());
        sum += likeness[i];
        there++;
      }
    }
    for (int i = 0; i < likeness.length; i++) {
      likeness[i] = meanings.texts().get(i) == null ? sum / Math.max(1, there) : likeness[i];
    }
    return likeness;
  }

  private static double mean(float[] text, List<float[]> others) {
    double sum = 0;
    for (float[] other : others) {
      for (int i = 0; i < text.length; i++) {
        sum += text[i] * other[i];
      }
    }
    return others.isEmpty() ? 0 : sum / others.size();
  }

  /** By how many deviations each stands out. */
  private static double[] standing(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double spread =
        Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    return Arrays.stream(values).map(v -> spread < 1e-9 ? 0 : (v - mean) / spread).toArray();
  }

  /** Moved so that on average the assumed share belongs. */
  private static double[] probabilities(double[] standing) {
    double low = -20;
    double high = 20;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      double mean = Arrays.stream(standing).map(z -> probability(z, middle)).average().orElse(0);
      if (mean > SHARE) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double moved = high;
    return Arrays.stream(standing).map(z -> probability(z, moved)).toArray();
  }

  private static double probability(double standing, double moved) {
    return 1 / (1 + Math.exp(-STEEPNESS * (standing - moved)));
  }

  private static void add(Map<Long, Double> to, Map<Long, Double> from, double times) {
    from.forEach((word, weight) -> to.merge(word, times * weight, Double::sum));
  }

  private static double dot(Map<Long, Double> one, Map<Long, Double> other) {
    double sum = 0;
    for (Map.Entry<Long, Double> entry : one.entrySet()) {
      sum += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
    }
    return sum;
  }
}
