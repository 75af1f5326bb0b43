package eu.metacluster.screening.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Fits all heads to some of the sample, and their calibrations to predictions for texts that the
 * weights had not seen.
 */
final class ScopeFit {

  private static final double COST = 10;
  private static final int INNER_FOLDS = 4;

  private final Sample sample;
  private final TissueFit tissueFit;

  ScopeFit(Sample sample) {
    this.sample = sample;
    this.tissueFit = new TissueFit(sample);
  }

  ScopeModel fit(int[] training) {
    OutOfFold held = new OutOfFold(sample);
    TissueThreshold threshold = new TissueThreshold(sample.concepts().tissueNames());
    Folds folds = Folds.stratified(sample, training, INNER_FOLDS);
    for (int fold = 0; fold < INNER_FOLDS; fold++) {
      int[] some = folds.without(fold);
      held.predict(heads(some), folds.in(fold));
      Tissues tissues = tissueFit.fit(inScope(some));
      for (int i : inScope(folds.in(fold))) {
        threshold.add(tissues.probabilities(sample.tissues(i)), sample.label(i).cancers());
      }
    }
    Map<Head.Kind, Calibration> calibrations = new EnumMap<>(Head.Kind.class);
    for (Head.Kind kind : Head.Kind.values()) {
      calibrations.put(kind, held.calibrate(kind, calibrations));
    }
    Tissues tissues = tissueFit.fit(inScope(training)).withThreshold(threshold.best());
    return new ScopeModel(sample.vocabulary(), heads(training), tissues, calibrations, 0);
  }

  private int[] inScope(int[] positions) {
    return Arrays.stream(positions).filter(i -> sample.label(i).inScope()).toArray();
  }

  private List<Head> heads(int[] training) {
    int[] inScope = inScope(training);
    List<Head> heads = new ArrayList<>();
    heads.add(head(Head.Kind.ANY, "any", training, LabelledProject::inScope));
    heads.add(head(Head.Kind.CORE, "core", inScope, LabelledProject::core));
    for (Head.Kind kind : List.of(Head.Kind.PILLAR, Head.Kind.TECHNOLOGY)) {
      for (String name : sample.names(kind)) {
        heads.add(head(kind, name, inScope, label -> label.facets(kind).contains(name)));
      }
    }
    return heads;
  }

  private Head head(Head.Kind kind, String name, int[] training, Predicate<LabelledProject> truth) {
    List<SparseRow> rows = Arrays.stream(training).mapToObj(sample::row).toList();
    boolean[] positive = new boolean[training.length];
    for (int i = 0; i < training.length; i++) {
      positive[i] = truth.test(sample.label(training[i]));
    }
    double[] weights = LogisticRegression.fit(rows, positive, sample.features(), COST);
    return new Head(kind, name, (float) weights[weights.length - 1], sample.fold(weights));
  }
}
