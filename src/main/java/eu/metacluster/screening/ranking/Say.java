package eu.metacluster.screening.ranking;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much say what was learned from decisions has beside the fitted model, 0 to 1. Both had put
 * each case somewhere before it was decided; whoever had put the relevant ones further in front has
 * the greater say. With few decisions of either kind nothing learned has any.
 */
final class Say {

  private static final int FEWEST = 5;
  private static final double EVEN = 0.5;
  private static final double LEAST = 0.1;
  private static final double MOST = 0.9;

  /** How fast the say moves with the difference of the two areas under the curve. */
  private static final double SLOPE = 3;

  private Say() {}

  /**
   * A decision with where both had put its case.
   *
   * @param byModel 1 for the first place, towards 0 for the last
   * @param byDecisions the same of what was learned; null when nothing was then
   */
  record Seen(boolean relevant, @Nullable Double byModel, @Nullable Double byDecisions) {}

  static double of(List<Seen> decided) {
    long relevant = decided.stream().filter(Seen::relevant).count();
    if (relevant < FEWEST || decided.size() - relevant < FEWEST) {
      return 0;
    }
    List<Seen> both =
        decided.stream().filter(one -> one.byModel() != null && one.byDecisions() != null).toList();
    double model = area(both, Seen::byModel);
    double learned = area(both, Seen::byDecisions);
    if (Double.isNaN(model) || Double.isNaN(learned)) {
      return EVEN;
    }
    return Math.clamp(EVEN + SLOPE * (learned - model), LEAST, MOST);
  }

  /**
   * The area under the ROC curve: how often a relevant one stood before one that is not. NaN when
   * there is none of either kind.
   */
  private static double area(List<Seen> seen, Function<Seen, Double> place) {
    double wins = 0;
    long pairs = 0;
    for (Seen yes : seen) {
      for (Seen no : seen) {
        if (yes.relevant() && !no.relevant()) {
          pairs++;
          int compared = Double.compare(place.apply(yes), place.apply(no));
          wins += compared > 0 ? 1 : compared == 0 ? 0.5 : 0;
        }
      }
    }
    return pairs == 0 ? Double.NaN : wins / pairs;
  }
}
