package eu.metacluster.screening.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the probability from which a tissue is proposed, on texts that the weights had not seen.
 * The highest F1 of a few hundred texts jumps about, so the middle of the best stretch is taken.
 */
final class TissueThreshold {

  private static final int FROM = 20;
  private static final int TO = 65;
  private static final int STRETCH = 6;

  private final List<String> names;
  private final List<double[]> probabilities = new ArrayList<>();
  private final List<Set<String>> truths = new ArrayList<>();

  TissueThreshold(List<String> names) {
    this.names = names;
  }

  void add(double[] probability, Set<String> truth) {
    probabilities.add(probability);
    truths.add(truth);
  }

  double best() {
    double[] f1 = new double[TO + 1];
    for (int hundredth = FROM; hundredth <= TO; hundredth++) {
      f1[hundredth] = f1(hundredth / 100.0);
    }
    int best = FROM + STRETCH;
    double highest = -1;
    for (int middle = FROM + STRETCH; middle <= TO - STRETCH; middle++) {
      double around = 0;
      for (int i = middle - STRETCH; i <= middle + STRETCH; i++) {
        around += f1[i];
      }
      if (around > highest) {
        highest = around;
        best = middle;
      }
    }
    return best / 100.0;
  }

  private double f1(double threshold) {
    long right = 0;
    long proposed = 0;
    long wanted = 0;
    for (int i = 0; i < truths.size(); i++) {
      double[] each = probabilities.get(i);
      int likeliest = Tissues.likeliest(each);
      wanted += truths.get(i).size();
      for (int t = 0; t < each.length; t++) {
        if (t == likeliest || each[t] >= threshold) {
          proposed++;
          right += truths.get(i).contains(names.get(t)) ? 1 : 0;
        }
      }
    }
    return Figures.f1(right, proposed, wanted);
  }
}
