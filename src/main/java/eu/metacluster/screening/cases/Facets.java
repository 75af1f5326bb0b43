package eu.metacluster.screening.cases;

import eu.metacluster.grid.Codebook;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.shared.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a record belongs on the grid: the pillars, technologies and cancers of the codebook, in its
 * order and without repetition.
 */
public record Facets(List<String> pillars, List<String> technologies, List<String> cancers) {

  /** Nothing chosen. */
  public static final Facets NONE = new Facets(List.of(), List.of(), List.of());

  /** Orders the values as the codebook does; unknown ones are refused. */
  public Facets {
    pillars = known(Codebook.PILLARS, pillars);
    technologies = known(Codebook.TECHNOLOGIES, technologies);
    cancers = known(Codebook.CANCERS, cancers);
  }

  /** What the committee confirmed, as facts of the grid. */
  public List<Finding.Fact> facts(String scope, @Nullable String evidence) {
    List<Finding.Fact> facts = new ArrayList<>();
    facts.add(Finding.Fact.readFrom(evidence, Field.SCOPE, scope));
    add(facts, Field.PILLAR, pillars, evidence);
    add(facts, Field.TECHNOLOGY, technologies, evidence);
    add(facts, Field.CANCER, cancers, evidence);
    return facts;
  }

  private static void add(
      List<Finding.Fact> facts, Field field, List<String> values, @Nullable String evidence) {
    values.forEach(value -> facts.add(Finding.Fact.readFrom(evidence, field, value)));
  }

  private static List<String> known(List<String> all, Collection<String> chosen) {
    if (!all.containsAll(chosen)) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1505", "screening.error.facet");
    }
    return all.stream().filter(chosen::contains).toList();
  }
}
