package eu.metacluster.screening.scope;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores texts by a {@link ScopeDefinition} alone, without one label: how near each lies to the
 * scope's text and examples, and how far from what does not belong (Rocchio, "Relevance feedback in
 * information retrieval", 1971). Where there are vectors, likeness in meaning counts as much as
 * likeness in words.
 *
 * <p>It is fitted to a sample of the texts that wait: how rare their words are and what likeness is
 * usual among them. The fit holds numbers only; a text that comes later is scored by the same fit.
 * Core and in scope at all are one number here: a description does not tell them apart. Immutable
 * and safe for any number of threads.
 */
public final class DescribedScope {

  static final double COUNTER = 0.5;
  private static final double LIKELY = 0.5;
  private static final double POSSIBLE = 0.1;
  private static final double UNKNOWN = 0.05;
  private static final int VERSION = 1;

  private final ScopeDefinition definition;
  private final Rarity rarity;
  private final @Nullable ScopeMeaning meaning;
  private final Yardstick yardstick;
  private final Map<Integer, Double> wanted;

  private DescribedScope(
      ScopeDefinition definition,
      Rarity rarity,
      @Nullable ScopeMeaning meaning,
      Yardstick yardstick) {
    this.definition = definition;
    this.rarity = rarity;
    this.meaning = meaning;
    this.yardstick = yardstick;
    this.wanted = wanted(definition, rarity);
  }

  /** Before any text is known: every word weighs the same. */
  public static DescribedScope unfitted(ScopeDefinition definition) {
    return new DescribedScope(definition, Rarity.unknown(), null, Yardstick.UNKNOWN);
  }

  /**
   * Fits to a sample of the texts that wait.
   *
   * @param meaning the scope's own vectors, or null to go by words alone
   */
  public static DescribedScope fit(
      ScopeDefinition definition, Collection<WaitingText> sample, @Nullable ScopeMeaning meaning) {
    if (sample.isEmpty()) {
      return unfitted(definition);
    }
    List<Map<Integer, Double>> counts = new ArrayList<>(sample.size());
    sample.forEach(one -> counts.add(ScopeWords.counts(one.text())));
    Rarity rarity = Rarity.of(counts);
    Map<Integer, Double> wanted = wanted(definition, rarity);
    double[] words = counts.stream().mapToDouble(one -> dot(rarity.weighed(one), wanted)).toArray();
    double[] meant = sample.stream().mapToDouble(one -> likeness(meaning, one.vector())).toArray();
    ScopeMeaning used = Yardstick.enough(meant) ? meaning : null;
    return new DescribedScope(definition, rarity, used, Yardstick.of(words, meant));
  }

  /** Whether it has seen the texts that wait. */
  public boolean fitted() {
    return rarity.fitted();
  }

  /** Whose vectors count, or null when only words do. */
  public @Nullable String model() {
    return meaning == null ? null : meaning.model();
  }

  /** The rough probability of a text to belong; the same for all while the scope is empty. */
  public double probability(WaitingText text) {
    return probability(ScopeWords.counts(text.text()), text.vector());
  }

  /** Scores a text and names the sentences that lie nearest; it proposes no facets. */
  public ScopeScore score(WaitingText text) {
    Map<Integer, Double> counts = ScopeWords.counts(text.text());
    double probability = probability(counts, text.vector());
    List<Evidence> evidence =
        probability < ScopeModel.FACET_FLOOR
            ? List.of()
            : ScopeWords.evidence(text.text(), word -> share(word, counts));
    return new ScopeScore(
        scope(probability), probability, probability, Map.of(), Map.of(), Map.of(), evidence);
  }

  /** The words that a text shares with the scope, strongest first, at most so many. */
  public List<String> shared(WaitingText text, int most) {
    List<String> terms = new ArrayList<>();
    score(text).evidence().forEach(one -> terms.addAll(one.terms()));
    return ScopeWords.apart(terms, most);
  }

  private double share(int word, Map<Integer, Double> counts) {
    double count = counts.getOrDefault(word, 1.0);
    return wanted.getOrDefault(word, 0.0) * rarity.weight(word) * (1 + Math.log(count)) / count;
  }

  private double probability(Map<Integer, Double> counts, float @Nullable [] vector) {
    return definition.isEmpty()
        ? UNKNOWN
        : yardstick.probability(
            dot(rarity.weighed(counts), wanted), meaning != null, likeness(meaning, vector));
  }

  private static ScopeScore.Scope scope(double probability) {
    if (probability >= LIKELY) {
      return ScopeScore.Scope.CORE;
    }
    return probability >= POSSIBLE ? ScopeScore.Scope.BORDERLINE : ScopeScore.Scope.OUT;
  }

  private static double likeness(@Nullable ScopeMeaning meaning, float @Nullable [] vector) {
    return meaning == null || vector == null ? Double.NaN : meaning.likeness(vector);
  }

  private static Map<Integer, Double> wanted(ScopeDefinition scope, Rarity rarity) {
    Map<Integer, Double> wanted = new HashMap<>();
    add(wanted, scope.text(), 1, rarity);
    scope.examples().forEach(one -> add(wanted, one, 1.0 / scope.examples().size(), rarity));
    scope
        .counterExamples()
        .forEach(one -> add(wanted, one, -COUNTER / scope.counterExamples().size(), rarity));
    return wanted;
  }

  private static void add(Map<Integer, Double> to, String text, double times, Rarity rarity) {
    rarity
        .weighedAsKnown(ScopeWords.counts(text))
        .forEach((word, weight) -> to.merge(word, times * weight, Double::sum));
  }

  private static double dot(Map<Integer, Double> text, Map<Integer, Double> wanted) {
    double sum = 0;
    for (Map.Entry<Integer, Double> entry : text.entrySet()) {
      sum += entry.getValue() * wanted.getOrDefault(entry.getKey(), 0.0);
    }
    return sum;
  }

  /** The fit as bytes, without the definition. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(VERSION);
      rarity.write(out);
      yardstick.write(out);
      out.writeBoolean(meaning != null);
      if (meaning != null) {
        meaning.write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** What {@link #bytes()} made of a fit; empty when it is damaged or of another version. */
  public static Optional<DescribedScope> of(ScopeDefinition definition, byte[] bytes) {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
      if (in.readInt() != VERSION) {
        return Optional.empty();
      }
      Rarity rarity = Rarity.read(in);
      Yardstick yardstick = Yardstick.read(in);
      ScopeMeaning meaning = in.readBoolean() ? ScopeMeaning.read(in) : null;
      return Optional.of(new DescribedScope(definition, rarity, meaning, yardstick));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
