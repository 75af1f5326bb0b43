package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found.Count;
import java.io.IOException;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.ToIntFunction;
import org.apache.lucene.search.Query;

/**
 * The most frequent values of each facet among what a query finds.
 *
 * @param total how many pass all filters
 * @param most by facet, most first, and behind them what is chosen, however seldom it is
 */
record FacetCounts(long total, Map<Facet, List<Count>> most) {

  /**
   * Counts. Values of which there are very many, each seldom, are counted only when one of them may
   * be among the most frequent.
   *
   * @param chosen the values that pass, by facet; each choice leaves its own facet whole
   * @param wanted how many values of each facet
   */
  static FacetCounts of(
      FacetSearcher searcher,
      Query query,
      Map<Facet, ? extends Collection<String>> chosen,
      ToIntFunction<Facet> wanted)
      throws IOException {
    int numbers = searcher.values();
    Deque<NearTally> tallies = new ConcurrentLinkedDeque<>();
    long total = FacetCounter.count(searcher, query, chosen, tallies, NearTally::lent);
    NearTally near = together(tallies);
    FarTally far = FarTally.lent(numbers);
    MostFrequent most = new MostFrequent(searcher.facets(), near, wanted);
    if (most.open(searcher.highest()) || seldom(searcher.facets(), chosen)) {
      Deque<FarTally> others = new ConcurrentLinkedDeque<>();
      FacetCounter.count(searcher, query, chosen, others, () -> FarTally.lent(numbers));
      for (FarTally other : others) {
        far.add(other);
        other.giveBack();
      }
      most.and(far);
    }
    Map<Facet, List<Count>> taken = most.taken();
    chosen.forEach(
        (facet, own) ->
            taken.computeIfPresent(
                facet, (f, counts) -> Counted.with(counts, most.of(facet, own, numbers))));
    near.giveBack();
    far.giveBack();
    return new FacetCounts(total, taken);
  }

  private static NearTally together(Deque<NearTally> tallies) {
    NearTally all = tallies.isEmpty() ? NearTally.lent() : tallies.pop();
    for (NearTally other : tallies) {
      all.add(other);
      other.giveBack();
    }
    return all;
  }

  /** Whether one of the chosen values is among those that are seldom. */
  private static boolean seldom(FacetNames names, Map<Facet, ? extends Collection<String>> chosen) {
    return chosen.entrySet().stream()
        .anyMatch(
            one ->
                one.getValue().stream()
                    .anyMatch(value -> names.known(one.getKey(), value) >= FacetNames.FAR));
  }
}
