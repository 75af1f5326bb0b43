package eu.metacluster.screening.scope;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Collects predictions for held-out texts, and fits a sigmoid and a threshold for each kind of head
 * to them.
 */
final class OutOfFold {

  private final Sample sample;
  private final Map<Head.Kind, List<Prediction>> predictions = new EnumMap<>(Head.Kind.class);

  OutOfFold(Sample sample) {
    this.sample = sample;
    for (Head.Kind kind : Head.Kind.values()) {
      predictions.put(kind, new ArrayList<>());
    }
  }

  void predict(List<Head> heads, int[] held) {
    for (int i : held) {
      double any = sample.margin(heads.get(0), i);
      for (Head head : heads) {
        predictions(head.kind())
            .add(new Prediction(i, sample.margin(head, i), any, truth(head, i)));
      }
    }
  }

  /**
   * Scope is calibrated by sampling weights to the whole population; facets as they come, among
   * texts in scope.
   */
  Calibration calibrate(Head.Kind kind, Map<Head.Kind, Calibration> done) {
    boolean population = kind == Head.Kind.ANY;
    List<Prediction> fitted =
        predictions(kind).stream()
            .filter(p -> population || sample.label(p.position).inScope())
            .toList();
    Calibration sigmoid =
        Platt.fit(
            fitted.stream().mapToDouble(Prediction::margin).toArray(),
            truths(fitted),
            fitted.stream()
                .mapToDouble(p -> population ? sample.label(p.position).weight() : 1)
                .toArray());
    Calibration any = done.get(Head.Kind.ANY);
    List<Prediction> judged = kind == Head.Kind.CORE ? predictions(kind) : fitted;
    double[] probabilities =
        judged.stream()
            .mapToDouble(
                p ->
                    sigmoid.probability(p.margin)
                        * (kind == Head.Kind.CORE && any != null ? any.probability(p.any) : 1))
            .toArray();
    return sigmoid.withThreshold(Figures.bestThreshold(probabilities, truths(judged)));
  }

  private List<Prediction> predictions(Head.Kind kind) {
    return predictions.getOrDefault(kind, List.of());
  }

  private boolean truth(Head head, int i) {
    LabelledProject label = sample.label(i);
    return switch (head.kind()) {
      case ANY -> label.inScope();
      case CORE -> label.core();
      case PILLAR, TECHNOLOGY, CANCER -> label.facets(head.kind()).contains(head.name());
    };
  }

  private static boolean[] truths(List<Prediction> list) {
    boolean[] truths = new boolean[list.size()];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = list.get(i).truth;
    }
    return truths;
  }

  private record Prediction(int position, double margin, double any, boolean truth) {}
}
