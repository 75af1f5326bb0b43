package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found.Count;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Picks the most frequent values of each facet out of what was counted, most first; of those that
 * are as frequent the first by name.
 */
final class MostFrequent {

  private final FacetNames names;
  private final byte[] facets;
  private final NearTally near;
  private @Nullable FarTally far;

  private final int[] most = new int[Facet.values().length];

  /** By facet: how often a value must occur to be among the most frequent. */
  private final int[] least = new int[most.length];

  private final List<PriorityQueue<Integer>> best = new ArrayList<>();

  /**
   * Begins with the values that are counted for every answer.
   *
   * @param wanted how many of each facet
   */
  MostFrequent(FacetNames names, NearTally near, ToIntFunction<Facet> wanted) {
    this.names = names;
    this.near = near;
    near.spread(names.members());
    facets = names.facets();
    for (Facet facet : Facet.values()) {
      most[facet.ordinal()] = wanted.applyAsInt(facet);
      least[facet.ordinal()] = most[facet.ordinal()] > 0 ? 1 : Integer.MAX_VALUE;
      best.add(new PriorityQueue<>(Comparator.comparing(number -> number, this::worse)));
    }
    for (int number = 0; number < FacetNames.SETS; number++) {
      int times = near.times(number);
      if (times > 0) {
        consider(number, times);
      }
    }
  }

  /** Whether one of the values that are seldom may be among the most frequent. */
  boolean open(int[] highest) {
    for (int facet = 0; facet < most.length; facet++) {
      if (most[facet] > 0 && highest[facet] > 0 && highest[facet] >= least[facet]) {
        return true;
      }
    }
    return false;
  }

  /** Goes on with the values that are seldom. */
  void and(FarTally counted) {
    far = counted;
    counted.each(number -> consider(number, counted.times(number)));
  }

  private void consider(int number, int times) {
    int facet = facets[number];
    if (times >= least[facet]) {
      least[facet] = offer(best.get(facet), most[facet], number);
    }
  }

  /** How often a value must occur from now on to be among the most frequent. */
  private int offer(PriorityQueue<Integer> queue, int size, int number) {
    if (queue.size() < size) {
      queue.add(number);
    } else if (worse(queue.element(), number) < 0) {
      queue.remove();
      queue.add(number);
    }
    return queue.size() < size ? 1 : times(queue.element());
  }

  private int times(int number) {
    return number < FacetNames.FAR ? near.times(number) : far == null ? 0 : far.times(number);
  }

  /** Below zero when the first comes after the other. */
  private int worse(int number, int other) {
    int times = Integer.compare(times(number), times(other));
    return times != 0 ? times : names.compare(other, number);
  }

  /** How often some values of a facet occur, of those whose numbers are below this. */
  List<Count> of(Facet facet, Collection<String> values, int numbers) {
    return values.stream()
        .mapToInt(value -> names.known(facet, value))
        .filter(number -> number >= 0 && number < numbers && times(number) > 0)
        .mapToObj(this::count)
        .toList();
  }

  private Count count(int number) {
    return new Count(names.label(number), times(number));
  }

  /** To be asked once. */
  Map<Facet, List<Count>> taken() {
    Map<Facet, List<Count>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      counts.put(facet, drained(best.get(facet.ordinal())));
    }
    return counts;
  }

  private List<Count> drained(PriorityQueue<Integer> queue) {
    List<Count> counts = new ArrayList<>(queue.size());
    for (Integer number = queue.poll(); number != null; number = queue.poll()) {
      counts.add(count(number));
    }
    return counts.reversed();
  }
}
