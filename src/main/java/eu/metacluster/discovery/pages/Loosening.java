package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.SearchWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something to let go of when nothing was found, and how many records that would give.
 *
 * @param facet the facet of the value, null when it is about the words
 * @param what the value, or the words; empty for all values of the facet, or for all filters
 * @param query the looser question
 */
public record Loosening(@Nullable Facet facet, String what, GridQuery query, long count) {

  private static final int MOST_TRIED = 16;
  private static final int MOST = 8;
  private static final int SHORT = 40;

  /**
   * The ways out, the most fruitful first; none when something was found.
   *
   * @param whole makes the question of the address the question that was asked
   */
  public static List<Loosening> of(
      GridSearch search, GridQuery query, Found found, UnaryOperator<GridQuery> whole) {
    if (found.total() > 0) {
      return List.of();
    }
    List<Loosening> ways = new ArrayList<>();
    for (Facet facet : query.filters().keySet()) {
      Set<String> values = query.chosen(facet);
      String what =
          values.size() == 1
              ? found.names().getOrDefault(values.iterator().next(), values.iterator().next())
              : "";
      ways.add(new Loosening(facet, what, query.without(facet), 0));
    }
    if (!query.words().isEmpty()) {
      words(query, ways);
      ways.add(new Loosening(null, "", query.withoutFilters(), 0));
    }
    return ways.stream()
        .filter(way -> !way.query().open())
        .limit(MOST_TRIED)
        .map(way -> way.counted(search.count(whole.apply(way.query()))))
        .filter(way -> way.count() > 0)
        .sorted(Comparator.comparingLong(Loosening::count).reversed())
        .limit(MOST)
        .toList();
  }

  private static void words(GridQuery query, List<Loosening> ways) {
    SearchWords typed = SearchWords.parse(query.words());
    if (typed.parts().size() > 1) {
      for (SearchWords.Part part : typed.parts()) {
        ways.add(new Loosening(null, cut(typed.raw(part)), query.saying(typed.without(part)), 0));
      }
    }
    ways.add(new Loosening(null, cut(query.words()), query.withoutWords(), 0));
  }

  private static String cut(String text) {
    return text.length() > SHORT ? text.substring(0, SHORT) + "…" : text;
  }

  private Loosening counted(long number) {
    return new Loosening(facet, what, query, number);
  }
}
