package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;

/** Picks the most frequent values of each facet out of what was counted. */
final class MostFrequent {

  private final FacetNames names;
  private final Tally totals;

  private MostFrequent(FacetNames names, Tally totals) {
    this.names = names;
    this.totals = totals;
  }

  /**
   * So many of each facet as are wanted of it, most first; of those that are as frequent the first
   * by name.
   */
  static Map<Facet, List<Count>> of(FacetNames names, Tally totals, ToIntFunction<Facet> wanted) {
    return new MostFrequent(names, totals).each(wanted);
  }

  private Map<Facet, List<Count>> each(ToIntFunction<Facet> wanted) {
    Facet[] facets = Facet.values();
    int[] most = new int[facets.length];
    int[] least = new int[facets.length];
    List<PriorityQueue<Integer>> best = new ArrayList<>();
    for (Facet facet : facets) {
      most[facet.ordinal()] = wanted.applyAsInt(facet);
      least[facet.ordinal()] = most[facet.ordinal()] > 0 ? 0 : Integer.MAX_VALUE;
      best.add(new PriorityQueue<>(Comparator.comparing(number -> number, this::worse)));
    }
    byte[] facetOf = names.facets();
    totals.each(
        number -> {
          int facet = facetOf[number];
          if (totals.times(number) >= least[facet]) {
            least[facet] = offer(best.get(facet), most[facet], number);
          }
        });
    Map<Facet, List<Count>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : facets) {
      counts.put(facet, drained(best.get(facet.ordinal())));
    }
    return counts;
  }

  /** How often a value must occur from now on to be among the most frequent. */
  private int offer(PriorityQueue<Integer> best, int most, int number) {
    if (best.size() < most) {
      best.add(number);
    } else if (worse(best.element(), number) < 0) {
      best.remove();
      best.add(number);
    }
    return best.size() < most ? 0 : totals.times(best.element());
  }

  /** Below zero when the first comes after the other. */
  private int worse(int number, int other) {
    int times = Integer.compare(totals.times(number), totals.times(other));
    return times != 0 ? times : names.compare(other, number);
  }

  private List<Count> drained(PriorityQueue<Integer> best) {
    List<Count> counts = new ArrayList<>(best.size());
    for (Integer number = best.poll(); number != null; number = best.poll()) {
      counts.add(new Count(names.label(number), totals.times(number)));
    }
    return counts.reversed();
  }
}
