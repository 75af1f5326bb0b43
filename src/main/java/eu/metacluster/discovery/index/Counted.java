package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.Found.Count;
import eu.metacluster.discovery.search.GridQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was counted.
 *
 * @param total how many records
 * @param names see {@link Found#names}
 */
record Counted(long total, Map<Facet, List<Count>> counts, Map<String, String> names) {

  /** The most frequent values as they are told: months as bands, and what was chosen as well. */
  static List<Count> told(Facet facet, List<Count> most, GridQuery query) {
    List<Count> told = new ArrayList<>(facet == Facet.FRESHNESS ? Freshness.bands(most) : most);
    for (String chosen : query.chosen(facet)) {
      if (told.stream().noneMatch(count -> count.value().equals(chosen))) {
        told.add(new Count(chosen, 0));
      }
    }
    return told;
  }

  /** The most frequent values, and behind them those of others that are not among them. */
  static List<Count> with(List<Count> most, List<Count> others) {
    Set<String> there = most.stream().map(Count::value).collect(Collectors.toSet());
    return Stream.concat(
            most.stream(), others.stream().filter(count -> !there.contains(count.value())))
        .toList();
  }

  /** The handles of the organisations among the counts. */
  static List<String> handles(Map<Facet, List<Count>> counts) {
    return counts.getOrDefault(Facet.ORGANISATION, List.of()).stream().map(Count::value).toList();
  }
}
