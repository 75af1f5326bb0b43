package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridQuery;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * A question as the engine asks it. The one place that lets records through: only public ones, and
 * on the roads only what may be passed on of them.
 *
 * @param words what the words find, public records only
 * @param chosen the values that pass, by facet, as the index keeps them
 */
record Asked(Query words, Map<Facet, Collection<String>> chosen) {

  /** Knows all values of a facet. */
  interface Values {
    List<String> of(Facet facet) throws IOException;
  }

  static Asked of(Values values, Sight sight, GridQuery query, Query words) throws IOException {
    Query visible =
        new BooleanQuery.Builder().add(sight.query(), Occur.FILTER).add(words, Occur.MUST).build();
    Map<Facet, Collection<String>> chosen = new EnumMap<>(Facet.class);
    for (Map.Entry<Facet, ? extends Collection<String>> filter : query.filters().entrySet()) {
      chosen.put(filter.getKey(), kept(values, filter.getKey(), filter.getValue()));
    }
    return new Asked(visible, chosen);
  }

  private static Collection<String> kept(Values all, Facet facet, Collection<String> values)
      throws IOException {
    return facet == Facet.FRESHNESS
        ? all.of(facet).stream().filter(month -> values.contains(Freshness.band(month))).toList()
        : values;
  }

  /** Words and filters in one. */
  Query narrowed() {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(words, Occur.MUST);
    chosen.forEach((facet, values) -> all.add(FacetFilter.any(facet, values), Occur.FILTER));
    return all.build();
  }
}
