package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Census.Pair;
import eu.metacluster.discovery.search.Census.Purse;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found.Count;
import eu.metacluster.discovery.search.GridQuery;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A {@link Census} as aggregations: facets, facets within facets, and money. */
final class OpenSearchCensus {

  private static final int MOST_CROSSED = 1_000;
  private static final String MONEY = "money";
  private static final String STATED = "stated";
  private static final String YEARS = "years";
  private static final String INSIDE = "inside";

  private final OpenSearchCounts counts;
  private final List<Pair> pairs;

  OpenSearchCensus(Asked asked, List<Pair> pairs) {
    this.counts = new OpenSearchCounts(asked);
    this.pairs = pairs;
  }

  Map<String, Object> aggregations() {
    Map<String, Object> said = new LinkedHashMap<>();
    counts.sideways().values().forEach(groups -> said.putAll(asMap(groups)));
    said.put(STATED, stated());
    said.put(YEARS, within(Facet.YEAR, Map.of(STATED, stated())));
    for (Pair pair : pairs) {
      said.put(
          name(pair),
          within(
              pair.rows(), Map.of(INSIDE, OpenSearchCounts.terms(pair.columns(), MOST_CROSSED))));
    }
    return said;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object groups) {
    return (Map<String, Object>) groups;
  }

  private static Map<String, Object> stated() {
    Map<String, Object> some = Map.of("range", Map.of(IndexFields.CONTRIBUTION, Map.of("gt", 0)));
    Map<String, Object> sum = Map.of("sum", Map.of("field", IndexFields.CONTRIBUTION));
    return Map.of("filter", some, "aggs", Map.of(MONEY, sum));
  }

  private static Map<String, Object> within(Facet facet, Map<String, Object> inside) {
    Map<String, Object> terms = new HashMap<>(OpenSearchCounts.terms(facet, MOST_CROSSED));
    terms.put("aggs", inside);
    return terms;
  }

  private static String name(Pair pair) {
    return pair.rows().word() + "-by-" + pair.columns().word();
  }

  /** The counts of each facet. */
  Map<Facet, List<Count>> counts(JsonNode answer, GridQuery query) {
    return counts.read(answer, query);
  }

  Census read(
      long total, Map<Facet, List<Count>> counted, Map<String, String> names, JsonNode answer) {
    JsonNode all = answer.path("aggregations");
    Map<String, Purse> years = new HashMap<>();
    for (JsonNode year : all.path(YEARS).path("buckets")) {
      years.put(year.path("key").asString(), purse(year, year.path("doc_count").asLong()));
    }
    Map<Pair, Map<String, Map<String, Long>>> crossings = new HashMap<>();
    pairs.forEach(pair -> crossings.put(pair, crossing(all.path(name(pair)))));
    return new Census(total, counted, names, crossings, purse(all, total), years);
  }

  private static Map<String, Map<String, Long>> crossing(JsonNode crossed) {
    Map<String, Map<String, Long>> rows = new HashMap<>();
    for (JsonNode row : crossed.path("buckets")) {
      Map<String, Long> columns = new HashMap<>();
      OpenSearchCounts.counts(row.path(INSIDE))
          .forEach(column -> columns.put(column.value(), column.count()));
      if (!columns.isEmpty()) {
        rows.put(row.path("key").asString(), columns);
      }
    }
    return rows;
  }

  private static Purse purse(JsonNode group, long records) {
    JsonNode stated = group.path(STATED);
    long cents = Math.round(stated.path(MONEY).path("value").asDouble(0));
    return new Purse(BigDecimal.valueOf(cents, 2), stated.path("doc_count").asLong(0), records);
  }
}
