package eu.metacluster.screening.evaluation;

import eu.metacluster.screening.scope.ScopeScore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How the model's answers stand to labels: as the labels are, and weighted so that they stand for
 * all projects they were drawn from.
 */
final class ScopeFigures {

  private record Case(Label label, ScopeScore score) {}

  private final List<Case> cases;

  ScopeFigures(List<Label> labels, Map<String, ScopeScore> scores) {
    cases =
        labels.stream()
            .map(label -> new Case(label, Objects.requireNonNull(scores.get(label.id()))))
            .toList();
  }

  Map<String, Object> all() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("n", cases.size());
    add(figures, "", one -> 1);
    add(figures, "_weighted", one -> one.label().weight());
    return figures;
  }

  private void add(Map<String, Object> figures, String suffix, ToDoubleFunction<Case> weight) {
    figures.put("ap_core" + suffix, averagePrecision(2, ScopeScore::core, weight));
    figures.put("ap_any" + suffix, averagePrecision(1, ScopeScore::any, weight));
    figures.put("f1_core" + suffix, f1(2, weight));
    figures.put("f1_any" + suffix, f1(1, weight));
    figures.put(
        "micro_f1_pillars" + suffix,
        microF1(Label::pillars, score -> score.pillars().keySet(), weight));
    figures.put(
        "micro_f1_technologies" + suffix,
        microF1(Label::technologies, score -> score.technologies().keySet(), weight));
    figures.put(
        "micro_f1_cancers" + suffix,
        microF1(Label::cancers, score -> score.cancers().keySet(), weight));
  }

  /** The weighted mean of the precisions at each true one, best first; ties count as one step. */
  private double averagePrecision(
      int scope, ToDoubleFunction<ScopeScore> by, ToDoubleFunction<Case> weight) {
    List<Case> ranked =
        cases.stream()
            .sorted(Comparator.comparingDouble((Case one) -> -by.applyAsDouble(one.score())))
            .toList();
    double found = 0;
    double read = 0;
    double sum = 0;
    int i = 0;
    while (i < ranked.size()) {
      double level = by.applyAsDouble(ranked.get(i).score());
      double here = 0;
      while (i < ranked.size() && by.applyAsDouble(ranked.get(i).score()) == level) {
        double worth = weight.applyAsDouble(ranked.get(i));
        read += worth;
        here += ranked.get(i).label().scope() >= scope ? worth : 0;
        i++;
      }
      found += here;
      sum += here * found / read;
    }
    return rounded(found == 0 ? 0 : sum / found);
  }

  private double f1(int scope, ToDoubleFunction<Case> weight) {
    double right = 0;
    double both = 0;
    for (Case one : cases) {
      boolean truth = one.label().scope() >= scope;
      boolean answer = one.score().scope().ordinal() >= scope;
      double worth = weight.applyAsDouble(one);
      right += truth && answer ? worth : 0;
      both += (truth ? worth : 0) + (answer ? worth : 0);
    }
    return rounded(both == 0 ? 0 : 2 * right / both);
  }

  private double microF1(
      Function<Label, Set<String>> wanted,
      Function<ScopeScore, Set<String>> proposed,
      ToDoubleFunction<Case> weight) {
    double right = 0;
    double both = 0;
    for (Case one : cases) {
      if (one.label().scope() >= 1) {
        Set<String> truths = wanted.apply(one.label());
        Set<String> answers = proposed.apply(one.score());
        double worth = weight.applyAsDouble(one);
        right += worth * answers.stream().filter(truths::contains).count();
        both += worth * (truths.size() + answers.size());
      }
    }
    return rounded(both == 0 ? 0 : 2 * right / both);
  }

  private static double rounded(double figure) {
    return Math.round(figure * 1e5) / 1e5;
  }
}
