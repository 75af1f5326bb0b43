package eu.metacluster.screening.linkage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The candidate pairs of one corpus and what was compared about them. */
record Candidates(Corpus corpus, Pairs pairs, Comparison comparison) {

  private static final int NEAREST = 10;

  static Candidates of(Corpus corpus, Apart apart) {
    Grams grams = new Grams(corpus);
    Pairs pairs = Pairs.of(new Neighbours(corpus, grams, NEAREST, apart).all());
    return new Candidates(corpus, pairs, new Comparison(corpus, grams, pairs));
  }

  /** Levels of some of the pairs, as if those left out were no candidates. */
  Levels levels(BitSet left, int[] some) {
    boolean two = corpus.first() < corpus.size();
    Rivals rivals = new Rivals(pairs, comparison.whole(), left, corpus.size(), two);
    return Levels.of(comparison, rivals, some);
  }

  Model.Fit fit(Levels levels) {
    boolean two = corpus.first() < corpus.size();
    return Model.fit(pairs, levels, comparison.whole(), corpus.size(), two);
  }

  /** What each feature says of a pair, and what that weighs. */
  List<Agreement> reasons(int pair, int place, Levels levels, Weights weights) {
    List<Agreement> reasons = new ArrayList<>();
    List<String> columns = corpus.columns();
    for (int column = 0; column < columns.size(); column++) {
      add(reasons, columns.get(column), Comparison.COLUMNS + column, pair, place, levels, weights);
    }
    add(reasons, LookAlikes.ROW, Comparison.GRAMS, pair, place, levels, weights);
    add(reasons, LookAlikes.WORDS, Comparison.WORDS, pair, place, levels, weights);
    add(reasons, LookAlikes.RAREST, Comparison.RAREST, pair, place, levels, weights);
    add(reasons, LookAlikes.NUMBERS, Comparison.NUMBERS, pair, place, levels, weights);
    int rivals = comparison.features();
    double weight =
        weight(rivals, place, levels, weights) + weight(rivals + 1, place, levels, weights);
    reasons.add(new Agreement(LookAlikes.RIVALS, Double.NaN, weight));
    return reasons;
  }

  private void add(
      List<Agreement> reasons,
      String name,
      int feature,
      int pair,
      int place,
      Levels levels,
      Weights weights) {
    byte likeness = comparison.at(feature, pair);
    if (likeness != Comparison.SILENT) {
      reasons.add(new Agreement(name, likeness / 100.0, weight(feature, place, levels, weights)));
    }
  }

  private static double weight(int feature, int place, Levels levels, Weights weights) {
    return weights.of(feature, levels.of()[feature][place]) / Math.log(2);
  }
}
