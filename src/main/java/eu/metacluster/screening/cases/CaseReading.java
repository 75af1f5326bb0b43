package eu.metacluster.screening.cases;

import eu.metacluster.grid.Codebook;
import eu.metacluster.screening.scope.Evidence;
import eu.metacluster.screening.scope.ScopeScore;
import eu.metacluster.screening.scope.ScopeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the model read in a case's text: proposals with probabilities, likeliest first, and the
 * sentences that decided. Kept with the case as JSON, so that the committee sees what the score was
 * made of even when the text has changed since.
 */
public record CaseReading(
    Map<String, Double> pillars,
    Map<String, Double> technologies,
    Map<String, Double> cancers,
    List<Sentence> evidence) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A sentence that spoke for the text, with its place and its strongest words. */
  public record Sentence(
      ScopeText.Part part,
      String sentence,
      int start,
      int end,
      double contribution,
      List<String> terms) {

    static Sentence of(Evidence evidence) {
      return new Sentence(
          evidence.part(),
          evidence.sentence(),
          evidence.start(),
          evidence.end(),
          evidence.contribution(),
          evidence.terms());
    }
  }

  static CaseReading of(ScopeScore score) {
    return new CaseReading(
        known(score.pillars(), Codebook.PILLARS),
        known(score.technologies(), Codebook.TECHNOLOGIES),
        known(score.cancers(), Codebook.CANCERS),
        score.evidence().stream().map(Sentence::of).toList());
  }

  /** A model of the partnership's own may have learnt other words. */
  private static Map<String, Double> known(Map<String, Double> proposed, List<String> all) {
    Map<String, Double> known = new LinkedHashMap<>(proposed);
    known.keySet().retainAll(all);
    return known;
  }

  static CaseReading ofJson(String json) {
    return JSON.readValue(json, CaseReading.class);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  Facets facets() {
    return new Facets(
        List.copyOf(pillars.keySet()),
        List.copyOf(technologies.keySet()),
        List.copyOf(cancers.keySet()));
  }
}
