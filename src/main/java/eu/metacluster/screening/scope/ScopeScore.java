package eu.metacluster.screening.scope;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a text belongs on the grid. Probabilities are calibrated to all projects of a source, not
 * to the keyword hits among them.
 *
 * @param scope the answer at the fitted thresholds
 * @param core probability that it is core
 * @param any probability that it is core or borderline; never less than {@code core}
 * @param pillars proposed pillars with their probabilities, likeliest first; empty for a text that
 *     is hardly in scope
 * @param technologies the same for technologies
 * @param cancers the same for cancers by tissue; "any" stands for no tissue or all
 * @param evidence up to three sentences, strongest first; empty for a text that is hardly in scope
 */
public record ScopeScore(
    Scope scope,
    double core,
    double any,
    Map<String, Double> pillars,
    Map<String, Double> technologies,
    Map<String, Double> cancers,
    List<Evidence> evidence) {

  /** The three answers of the codebook. */
  public enum Scope {
    OUT,
    BORDERLINE,
    CORE
  }

  public ScopeScore {
    pillars = ordered(pillars);
    technologies = ordered(technologies);
    cancers = ordered(cancers);
    evidence = List.copyOf(evidence);
  }

  /**
   * How much there is for the grid in it, 0 to 1: half the grade of the codebook (0 out, 1
   * borderline, 2 core) that is to be expected.
   */
  public double usefulness() {
    return (core + any) / 2;
  }

  /** The same without proposed facets. */
  public ScopeScore withoutFacets() {
    return new ScopeScore(scope, core, any, Map.of(), Map.of(), Map.of(), evidence);
  }

  private static Map<String, Double> ordered(Map<String, Double> proposals) {
    Map<String, Double> likeliestFirst = new LinkedHashMap<>();
    proposals.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(e -> likeliestFirst.put(e.getKey(), e.getValue()));
    return Collections.unmodifiableMap(likeliestFirst);
  }
}
