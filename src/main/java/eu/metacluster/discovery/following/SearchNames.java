package eu.metacluster.discovery.following;

import eu.metacluster.discovery.pages.Wording;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.platform.web.Page;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a search is called in letters and feeds: what was typed, and what is chosen in the words of
 * the reader's language.
 */
@Component
class SearchNames {

  private static final int MOST_VALUES = 5;

  private final GridSearch search;

  SearchNames(GridSearch search) {
    this.search = search;
  }

  /** The name, empty for a search of everything. */
  String of(GridQuery query, Page page) {
    Map<String, String> organisations = search.names(query.chosen(Facet.ORGANISATION));
    Stream<String> chosen =
        query.filters().entrySet().stream()
            .map(filter -> said(filter.getKey(), filter.getValue(), organisations, page));
    return Stream.concat(Stream.of(query.words()).filter(word -> !word.isEmpty()), chosen)
        .collect(Collectors.joining(" · "));
  }

  private static String said(
      Facet facet, Set<String> values, Map<String, String> organisations, Page page) {
    String first =
        values.stream()
            .limit(MOST_VALUES)
            .map(value -> Wording.value(page, facet, organisations.getOrDefault(value, value)))
            .collect(Collectors.joining(", "));
    return values.size() > MOST_VALUES ? first + " …" : first;
  }
}
