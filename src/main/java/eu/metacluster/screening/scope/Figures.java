package eu.metacluster.screening.scope;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Measures of a ranking and of yes-or-no answers. */
final class Figures {

  private Figures() {}

  /** Average precision: the mean of the precisions at each true one, best score first. */
  static double averagePrecision(double[] scores, boolean[] truths) {
    double found = 0;
    double sum = 0;
    int rank = 0;
    for (int i : bestFirst(scores)) {
      rank++;
      if (truths[i]) {
        found++;
        sum += found / rank;
      }
    }
    return found == 0 ? 0 : sum / found;
  }

  static double f1(long right, long proposed, long wanted) {
    return proposed + wanted == 0 ? 0 : 2.0 * right / (proposed + wanted);
  }

  /** The threshold with the highest F1, halfway to the next score below. */
  static double bestThreshold(double[] scores, boolean[] truths) {
    int[] order = bestFirst(scores);
    long wanted = IntStream.range(0, truths.length).filter(i -> truths[i]).count();
    long right = 0;
    double best = -1;
    double threshold = 1;
    for (int rank = 0; rank < order.length; rank++) {
      right += truths[order[rank]] ? 1 : 0;
      double f1 = f1(right, rank + 1L, wanted);
      if (f1 > best) {
        best = f1;
        double below = rank + 1 < order.length ? scores[order[rank + 1]] : 0;
        threshold = (scores[order[rank]] + below) / 2;
      }
    }
    return threshold;
  }

  private static int[] bestFirst(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
