package eu.metacluster.screening.linkage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Links rows of two tables, each free of duplicates, one to one. */
final class TwoTables {

  /** From here on a link is worth more to F1 than its absence. */
  private static final double LEAST = 0.4;

  private TwoTables() {}

  static List<Link> links(Candidates candidates) {
    Pairs pairs = candidates.pairs();
    Model.Fit first = candidates.fit(candidates.levels(new BitSet(), pairs.all()));
    int[] chosen = Assignment.of(pairs, first.odds(), new BitSet());
    BitSet gone = new BitSet(pairs.size());
    for (int pair : chosen) {
      gone.set(pair);
    }
    SecondLook look = new SecondLook(candidates, chosen, gone, first, true);
    Model.Fit second = look.fit();
    List<Link> links = new ArrayList<>();
    for (int i : Assignment.order(second.odds(), new BitSet())) {
      if (second.probability()[i] >= LEAST) {
        int one = pairs.one()[chosen[i]];
        int other = pairs.other()[chosen[i]] - candidates.corpus().first();
        List<Agreement> reasons = candidates.reasons(chosen[i], i, look.levels(), second.weights());
        links.add(new Link(one, other, second.probability()[i], reasons));
      }
    }
    return links;
  }
}
