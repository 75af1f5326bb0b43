package eu.metacluster.screening.scope;

import java.util.Set;

/**
 * One line of the labelled sample.
 *
 * @param scope 0 out, 1 borderline, 2 core
 * @param weight how many projects it stands for: 1 / inclusion probability
 */
record LabelledProject(
    String id,
    int scope,
    double weight,
    Set<String> pillars,
    Set<String> technologies,
    Set<String> cancers) {

  boolean inScope() {
    return scope >= 1;
  }

  boolean core() {
    return scope == 2;
  }

  Set<String> facets(Head.Kind kind) {
    return switch (kind) {
      case PILLAR -> pillars;
      case TECHNOLOGY -> technologies;
      case CANCER -> cancers;
      case ANY, CORE -> Set.of();
    };
  }
}
