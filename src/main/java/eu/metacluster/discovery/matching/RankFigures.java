package eu.metacluster.discovery.matching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Figures over the rankings of many questions. */
final class RankFigures {

  private static final int GAIN_DEPTH = 20;

  private final Map<String, Double> sums = new LinkedHashMap<>();
  private final int[] depths;
  private final boolean several;
  private int questions;

  /**
   * @param several whether a question has several right answers, so that mean precision and gain
   *     say something
   * @param depths at which recall is measured
   */
  RankFigures(boolean several, int... depths) {
    this.several = several;
    this.depths = depths.clone();
  }

  /** Counts one ranking, which must hold every right answer. */
  <T> void add(List<T> ranking, Set<T> right) {
    questions++;
    double precision = 0;
    double gain = 0;
    int found = 0;
    int[] within = new int[depths.length];
    for (int rank = 1; rank <= ranking.size(); rank++) {
      if (!right.contains(ranking.get(rank - 1))) {
        continue;
      }
      found++;
      precision += (double) found / rank;
      gain += rank <= GAIN_DEPTH ? discount(rank) : 0;
      for (int d = 0; d < depths.length; d++) {
        within[d] += rank <= depths[d] ? 1 : 0;
      }
      if (found == 1) {
        sums.merge("MRR", 1.0 / rank, Double::sum);
      }
    }
    if (several) {
      sums.merge("MAP", precision / right.size(), Double::sum);
      sums.merge("nDCG@" + GAIN_DEPTH, gain / ideal(right.size()), Double::sum);
    }
    for (int d = 0; d < depths.length; d++) {
      sums.merge("R@" + depths[d], (double) within[d] / right.size(), Double::sum);
    }
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(1.0 + rank);
  }

  private static double ideal(int right) {
    double sum = 0;
    for (int rank = 1; rank <= Math.min(right, GAIN_DEPTH); rank++) {
      sum += discount(rank);
    }
    return sum;
  }

  /** The means, by name. */
  Map<String, Object> all() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("queries", questions);
    sums.forEach((name, sum) -> figures.put(name, rounded(sum / questions)));
    return figures;
  }

  static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
