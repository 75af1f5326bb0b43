package eu.metacluster.screening.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups the rows of one table that may hold duplicates. */
final class OneTable {

  /** Of rows that are linked only through others of their group. */
  private static final double UNCOMPARED = 0.5;

  private final Candidates candidates;
  private final Levels levels;
  private final Weights weights;
  private final double[] odds;
  private final List<List<Integer>> groups;

  OneTable(Candidates candidates) {
    this.candidates = candidates;
    Pairs pairs = candidates.pairs();
    levels = candidates.levels(new BitSet(), pairs.all()).withoutRivals();
    Model.Fit first = candidates.fit(levels);
    int[] chosen = Assignment.of(pairs, first.odds(), new BitSet());
    BitSet gone = within(Grouping.of(pairs, first.odds(), candidates.corpus().size()));
    for (int pair : chosen) {
      gone.set(pair);
    }
    Model.Fit second = new SecondLook(candidates, chosen, gone, first, false).fit();
    weights = second.weights();
    odds = new double[pairs.size()];
    Arrays.setAll(odds, pair -> second.prior() + weights.sum(levels, pair));
    groups = Grouping.of(pairs, odds, candidates.corpus().size());
  }

  List<List<Integer>> groups() {
    return groups;
  }

  List<Link> links() {
    Map<Long, Integer> compared = compared();
    List<Link> links = new ArrayList<>();
    for (List<Integer> rows : groups) {
      for (int i = 0; i < rows.size(); i++) {
        for (int j = i + 1; j < rows.size(); j++) {
          links.add(link(rows.get(i), rows.get(j), compared));
        }
      }
    }
    return links;
  }

  private Link link(int one, int other, Map<Long, Integer> compared) {
    Integer pair = compared.get(key(one, other));
    if (pair == null) {
      return new Link(one, other, UNCOMPARED, List.of());
    }
    List<Agreement> reasons = candidates.reasons(pair, pair, levels, weights);
    return new Link(one, other, Model.probability(odds[pair]), reasons);
  }

  private Map<Long, Integer> compared() {
    Pairs pairs = candidates.pairs();
    Map<Long, Integer> compared = new HashMap<>();
    within(groups).stream()
        .forEach(pair -> compared.put(key(pairs.one()[pair], pairs.other()[pair]), pair));
    return compared;
  }

  /** Numbers of the candidate pairs within groups. */
  private BitSet within(List<List<Integer>> some) {
    int[] group = new int[candidates.corpus().size()];
    for (int i = 0; i < some.size(); i++) {
      for (int row : some.get(i)) {
        group[row] = i + 1;
      }
    }
    Pairs pairs = candidates.pairs();
    BitSet within = new BitSet(pairs.size());
    for (int pair = 0; pair < pairs.size(); pair++) {
      int one = group[pairs.one()[pair]];
      within.set(pair, one > 0 && one == group[pairs.other()[pair]]);
    }
    return within;
  }

  private static long key(int one, int other) {
    return (long) one << 32 | other;
  }
}
