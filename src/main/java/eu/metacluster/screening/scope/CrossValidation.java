package eu.metacluster.screening.scope;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Five times: fit weights, calibration and thresholds to four fifths of the labels, score the last
 * fifth through the finished model as a user would. The label of a held-out text takes no part in
 * these; calibrations and thresholds come from a second division within the four fifths. Settled
 * beforehand for all folds are the facet names, the lexicon and a few constants, with this sample
 * in view: elsewhere a little less is to be expected.
 */
final class CrossValidation {

  private static final int FOLDS = 5;

  private final Sample sample;
  private final Map<String, ScopeText> texts;
  private final ScopeScore[] scores;

  private CrossValidation(Sample sample, Map<String, ScopeText> texts) {
    this.sample = sample;
    this.texts = texts;
    this.scores = new ScopeScore[sample.size()];
  }

  static Map<String, Double> figures(Sample sample, Map<String, ScopeText> texts) {
    CrossValidation validation = new CrossValidation(sample, texts);
    validation.run();
    return validation.figures();
  }

  private void run() {
    ScopeFit fit = new ScopeFit(sample);
    Folds folds = Folds.stratified(sample, IntStream.range(0, sample.size()).toArray(), FOLDS);
    for (int fold = 0; fold < FOLDS; fold++) {
      ScopeModel model = fit.fit(folds.without(fold));
      for (int i : folds.in(fold)) {
        ScopeText text = texts.get(sample.label(i).id());
        if (text != null) {
          scores[i] = model.score(text);
        }
      }
    }
  }

  private Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("ap_core", averagePrecision(2));
    figures.put("ap_any", averagePrecision(1));
    figures.put("f1_core", f1(2));
    figures.put("f1_any", f1(1));
    figures.put("micro_f1_pillars", microF1(Head.Kind.PILLAR));
    figures.put("micro_f1_technologies", microF1(Head.Kind.TECHNOLOGY));
    figures.put("micro_f1_cancers", microF1(Head.Kind.CANCER));
    figures.put("calibration_error_core", calibrationError(2));
    figures.put("calibration_error_any", calibrationError(1));
    return figures;
  }

  private double averagePrecision(int scope) {
    boolean[] truths = new boolean[scores.length];
    double[] ranked = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      truths[i] = sample.label(i).scope() >= scope;
      ranked[i] = probability(i, scope);
    }
    return Figures.averagePrecision(ranked, truths);
  }

  private double f1(int scope) {
    long right = 0;
    long proposed = 0;
    long wanted = 0;
    for (int i = 0; i < scores.length; i++) {
      boolean truth = sample.label(i).scope() >= scope;
      boolean answer = scores[i].scope().ordinal() >= scope;
      right += truth && answer ? 1 : 0;
      proposed += answer ? 1 : 0;
      wanted += truth ? 1 : 0;
    }
    return Figures.f1(right, proposed, wanted);
  }

  private double microF1(Head.Kind kind) {
    long right = 0;
    long proposed = 0;
    long wanted = 0;
    for (int i = 0; i < scores.length; i++) {
      if (sample.label(i).inScope()) {
        Set<String> answers = proposals(scores[i], kind);
        Set<String> truths = sample.label(i).facets(kind);
        right += answers.stream().filter(truths::contains).count();
        proposed += answers.size();
        wanted += truths.size();
      }
    }
    return Figures.f1(right, proposed, wanted);
  }

  /**
   * The weighted mean distance between predicted and true share, over all projects that the sample
   * stands for.
   */
  private double calibrationError(int scope) {
    double[] predicted = new double[10];
    double[] found = new double[10];
    double all = 0;
    for (int i = 0; i < scores.length; i++) {
      double weight = sample.label(i).weight();
      int bin = Math.min(9, (int) (10 * probability(i, scope)));
      predicted[bin] += weight * probability(i, scope);
      found[bin] += sample.label(i).scope() >= scope ? weight : 0;
      all += weight;
    }
    double error = 0;
    for (int bin = 0; bin < predicted.length; bin++) {
      error += Math.abs(predicted[bin] - found[bin]);
    }
    return error / all;
  }

  private double probability(int i, int scope) {
    return scope == 2 ? scores[i].core() : scores[i].any();
  }

  private static Set<String> proposals(ScopeScore score, Head.Kind kind) {
    return switch (kind) {
      case PILLAR -> score.pillars().keySet();
      case TECHNOLOGY -> score.technologies().keySet();
      case CANCER -> score.cancers().keySet();
      case ANY, CORE -> Set.of();
    };
  }
}
