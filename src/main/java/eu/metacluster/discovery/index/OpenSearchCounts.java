package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found.Count;
import eu.metacluster.discovery.search.GridQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The counts of a question as aggregations: all facets among what passes every filter, and each one
 * that was chosen from among what passes the others, so that a choice does not empty its own group.
 */
final class OpenSearchCounts {

  private static final String ALL = "all";
  private static final String CHOSEN = "chosen";
  private static final String EACH = "each";

  private final Asked asked;

  OpenSearchCounts(Asked asked) {
    this.asked = asked;
  }

  /** The part of a search that counts. */
  Map<String, Object> sideways() {
    Map<String, Object> inAll = new LinkedHashMap<>();
    Map<String, Object> groups = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      Map<String, Object> terms = terms(facet, facet.most());
      Collection<String> chosen = asked.chosen().get(facet);
      if (chosen != null && !chosen.isEmpty()) {
        groups.put(
            facet.word(),
            group(facet, Map.of(facet.word(), terms, CHOSEN, terms(facet, List.copyOf(chosen)))));
      } else if (chosen != null) {
        groups.put(facet.word(), group(facet, Map.of(facet.word(), terms)));
      } else {
        inAll.put(facet.word(), terms);
      }
    }
    groups.put(ALL, group(null, inAll));
    return Map.of("aggs", groups);
  }

  private Map<String, Object> group(@Nullable Facet own, Map<String, Object> inside) {
    return Map.of("filter", passing(asked.chosen(), own), "aggs", inside);
  }

  /** What passes all filters but one. */
  static Map<String, Object> passing(
      Map<Facet, Collection<String>> chosen, @Nullable Facet butOne) {
    List<Object> filters = new ArrayList<>();
    chosen.forEach(
        (facet, values) -> {
          if (facet != butOne) {
            filters.add(OpenSearchQuery.of(FacetFilter.any(facet, values)));
          }
        });
    return filters.isEmpty()
        ? Map.of("match_all", Map.of())
        : Map.of("bool", Map.of("filter", filters));
  }

  /** The most frequent values of a facet. */
  static Map<String, Object> terms(Facet facet, int most) {
    return Map.of("terms", Map.of("field", OpenSearchShape.counted(facet), "size", most));
  }

  /** These values of a facet. */
  private static Map<String, Object> terms(Facet facet, List<String> values) {
    return Map.of(
        "terms",
        Map.of(
            "field",
            OpenSearchShape.counted(facet),
            "include",
            values,
            "size",
            Math.max(1, values.size())));
  }

  /** What was counted, by facet. */
  Map<Facet, List<Count>> read(JsonNode answer, GridQuery query) {
    Map<Facet, List<Count>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      String group = asked.chosen().containsKey(facet) ? facet.word() : ALL;
      JsonNode counted = answer.path("aggregations").path(group);
      List<Count> most = counts(counted.path(facet.word()));
      counts.put(
          facet, Counted.told(facet, Counted.with(most, counts(counted.path(CHOSEN))), query));
    }
    return counts;
  }

  /** The values and counts of one aggregation. */
  static List<Count> read(JsonNode answer, String name) {
    return counts(answer.path("aggregations").path(name));
  }

  static List<Count> counts(JsonNode terms) {
    List<Count> counts = new ArrayList<>();
    for (JsonNode bucket : terms.path("buckets")) {
      counts.add(new Count(bucket.path("key").asString(), bucket.path("doc_count").asLong()));
    }
    return counts;
  }

  /** Counts what each of these finds. */
  static Map<String, Object> each(List<Query> queries) {
    List<Object> filters = queries.stream().<Object>map(OpenSearchQuery::of).toList();
    return Map.of(EACH, Map.of("filters", Map.of("filters", filters)));
  }

  /** What so many found, in their order. */
  static long[] each(JsonNode answer, int queries) {
    JsonNode counts = answer.path("aggregations").path(EACH).path("buckets");
    return IntStream.range(0, queries)
        .mapToLong(i -> counts.path(i).path("doc_count").asLong(0))
        .toArray();
  }

  /** The sum that one aggregation made. */
  static long sum(JsonNode answer, String name) {
    return Math.round(answer.path("aggregations").path(name).path("value").asDouble(0));
  }
}
