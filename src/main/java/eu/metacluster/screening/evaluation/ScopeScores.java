package eu.metacluster.screening.evaluation;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.metacluster.platform.UnusableInputException;
import eu.metacluster.screening.scope.Evidence;
import eu.metacluster.screening.scope.ScopeScore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes scores as a table: id, p_core, p_any, facets with their probabilities, evidence. */
final class ScopeScores {

  private ScopeScores() {}

  static void write(Path out, List<String> ids, Map<String, ScopeScore> scores)
      throws UnusableInputException {
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord("id", "p_core", "p_any", "facets", "evidence");
      for (String id : ids) {
        ScopeScore score = Objects.requireNonNull(scores.get(id));
        csv.writeRecord(
            id,
            Double.toString(score.core()),
            Double.toString(score.any()),
            facets(score),
            score.evidence().stream().map(Evidence::sentence).collect(Collectors.joining(" | ")));
      }
    } catch (IOException e) {
      throw new UnusableInputException(out + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private static String facets(ScopeScore score) {
    return Stream.of(
            named("pillar", score.pillars()),
            named("technology", score.technologies()),
            named("cancer", score.cancers()))
        .flatMap(one -> one)
        .collect(Collectors.joining("|"));
  }

  private static Stream<String> named(String kind, Map<String, Double> proposals) {
    return proposals.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%s:%s:%.3f", kind, e.getKey(), e.getValue()));
  }
}
