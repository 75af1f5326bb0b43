package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found.Count;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.SearchWords;
import eu.metacluster.discovery.search.Sorting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The index on a server as it is now.
 *
 * @param remembered what was counted at this state of the index
 */
record OpenSearchView(OpenSearchServer server, String index, Remembered remembered)
    implements View {

  /** So many lines are read at once when all are wanted, and so many places. */
  private static final int LINES = 2_000;

  private static final int PLACES = 10_000;

  private static final int MOST_VALUES = 50_000;

  private static final List<String> ROW = List.of(IndexFields.ROW);

  /**
   * What was counted, as long as the index stands still.
   *
   * @param generation that of the index
   */
  record Remembered(
      long generation, Memory<Counted> counted, Map<Facet, List<String>> values, Spots spots) {
    Remembered(long generation) {
      this(generation, new Memory<>(Memory.ANSWERS), new ConcurrentHashMap<>(), new Spots());
    }
  }

  @Override
  public boolean empty() {
    return false;
  }

  @Override
  public List<String> values(Facet facet) throws IOException {
    List<String> known = remembered.values().get(facet);
    if (known != null) {
      return known;
    }
    List<String> all =
        values(new MatchAllDocsQuery(), facet).stream().map(Count::value).sorted().toList();
    remembered.values().put(facet, all);
    return all;
  }

  @Override
  public List<Count> values(Query query, Facet facet) throws IOException {
    Map<String, Object> values = OpenSearchCounts.terms(facet, MOST_VALUES);
    return OpenSearchCounts.read(search(counting(query, Map.of("v", values))), "v");
  }

  @Override
  public Hits hits(Asked asked, Wanted wanted) throws IOException {
    Counted known = remembered.counted().of(wanted.question());
    int size = wanted.size();
    int pages = wanted.pages(known == null ? Wanted.DEEPEST : known.total());
    int from = (Math.min(wanted.query().page(), pages) - 1) * size;
    Map<String, Object> page = page(asked, wanted, from, from + size);
    if (known == null) {
      page.putAll(new OpenSearchCounts(asked).sideways());
    }
    JsonNode answer = search(page);
    List<Row> rows = rows(answer);
    Counted counted = known == null ? counted(answer, asked, wanted) : known;
    return new Hits(
        counted,
        (first, end) -> first == from ? rows : rows(search(page(asked, wanted, first, end))));
  }

  private static Map<String, Object> page(Asked asked, Wanted wanted, int from, int to) {
    Map<String, Object> page = best(asked.words(), wanted.query().sorting(), from, to - from, ROW);
    page.put("post_filter", OpenSearchCounts.passing(asked.chosen(), null));
    return page;
  }

  /** The best of what is found, with these fields. */
  private static Map<String, Object> best(
      Query query, Sorting sorting, int from, int size, Object fields) {
    Map<String, Object> search = new LinkedHashMap<>();
    search.put("query", OpenSearchQuery.of(query));
    search.put("sort", OpenSearchQuery.of(Orders.of(sorting)));
    search.put("from", from);
    search.put("size", size);
    search.put("track_total_hits", true);
    search.put("_source", fields);
    return search;
  }

  private static Map<String, Object> counting(Query query, Map<String, Object> aggregations) {
    Map<String, Object> search = new LinkedHashMap<>();
    search.put("query", OpenSearchQuery.of(query));
    search.put("size", 0);
    search.put("track_total_hits", true);
    search.put("aggs", aggregations);
    return search;
  }

  private Counted counted(JsonNode answer, Asked asked, Wanted wanted) throws IOException {
    Map<Facet, List<Count>> counts = new OpenSearchCounts(asked).read(answer, wanted.query());
    Counted counted =
        new Counted(total(answer), counts, names(Counted.handles(counts), wanted.sight()));
    remembered.counted().remember(wanted.question(), counted);
    return counted;
  }

  @Override
  public Map<String, String> names(Collection<String> handles, Sight sight) throws IOException {
    if (handles.isEmpty()) {
      return Map.of();
    }
    List<BytesRef> terms = handles.stream().map(BytesRef::new).toList();
    BooleanQuery own =
        new BooleanQuery.Builder()
            .add(sight.query(), Occur.FILTER)
            .add(new TermInSetQuery(IndexFields.HANDLE, terms), Occur.FILTER)
            .build();
    Map<String, String> names = new HashMap<>();
    for (Row row : best(own, 2 * handles.size())) {
      names.putIfAbsent(row.handle(), row.title());
    }
    return names;
  }

  @Override
  public Hits fused(Asked words, Asked either, List<UUID> near, Wanted wanted) throws IOException {
    int deep = Math.min(wanted.deep() + Fusion.DEPTH, Wanted.DEEPEST);
    Counted known = remembered.counted().of(wanted.question());
    List<Map<String, Object>> searches = new ArrayList<>();
    searches.add(best(words.narrowed(), Sorting.RELEVANCE, 0, deep, false));
    Query nearest =
        new BooleanQuery.Builder()
            .add(Fusion.ids(near), Occur.FILTER)
            .add(either.narrowed(), Occur.FILTER)
            .build();
    searches.add(best(nearest, Sorting.RELEVANCE, 0, near.size(), false));
    if (known == null) {
      Map<String, Object> all = page(either, wanted, 0, 0);
      all.putAll(new OpenSearchCounts(either).sideways());
      searches.add(all);
    }
    List<JsonNode> answers = server.searches(index, searches);
    List<String> names = new ArrayList<>();
    ScoreDoc[] joint = fused(answers.get(0), answers.get(1), near, names);
    return new Hits(
        known == null ? counted(answers.get(2), either, wanted) : known,
        (from, to) -> {
          List<String> some = new ArrayList<>();
          for (int i = from; i < Math.min(to, joint.length); i++) {
            some.add(names.get(joint[i].doc));
          }
          return some.isEmpty() ? List.of() : lines(some);
        });
  }

  /**
   * Joins both rankings as the engine in this process does, which knows documents by numbers.
   *
   * @param names gets the names that the server has for the numbers
   */
  private static ScoreDoc[] fused(
      JsonNode words, JsonNode meant, List<UUID> near, List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    List<ScoreDoc> byWords = new ArrayList<>();
    for (JsonNode hit : words.path("hits").path("hits")) {
      float score = (float) hit.path("sort").path(0).asDouble();
      byWords.add(new FieldDoc(number(hit, numbers, names), score, new Object[] {score}));
    }
    Map<String, Integer> passing = new HashMap<>();
    for (JsonNode hit : meant.path("hits").path("hits")) {
      String record = OpenSearchIndex.record(hit.path("_id").asString());
      passing.put(record, number(hit, numbers, names));
    }
    int[] byMeaning =
        near.stream()
            .map(UUID::toString)
            .filter(passing::containsKey)
            .mapToInt(id -> passing.getOrDefault(id, 0))
            .toArray();
    return Fusion.of(byWords.toArray(ScoreDoc[]::new), byMeaning);
  }

  private static int number(JsonNode hit, Map<String, Integer> numbers, List<String> names) {
    return numbers.computeIfAbsent(
        hit.path("_id").asString(),
        name -> {
          names.add(name);
          return names.size() - 1;
        });
  }

  private List<Row> lines(List<String> names) throws IOException {
    JsonNode answer =
        server.ask("POST", "/" + index + "/_mget?_source_includes=row", Map.of("ids", names));
    return found(answer.path("docs"));
  }

  @Override
  public Census census(Query query, Wanted wanted, List<Census.Pair> pairs) throws IOException {
    OpenSearchCensus census = new OpenSearchCensus(new Asked(query, Map.of()), pairs);
    JsonNode answer = search(counting(query, census.aggregations()));
    Map<Facet, List<Count>> counts = census.counts(answer, wanted.query());
    return census.read(
        total(answer), counts, names(Counted.handles(counts), wanted.sight()), answer);
  }

  @Override
  public long count(Query query) throws IOException {
    return total(search(counting(query, Map.of())));
  }

  @Override
  public long[] counts(Query found, List<Query> each) throws IOException {
    return each.isEmpty()
        ? new long[0]
        : OpenSearchCounts.each(search(counting(found, OpenSearchCounts.each(each))), each.size());
  }

  @Override
  public List<Row> best(Query query, int most) throws IOException {
    return rows(search(best(query, Sorting.RELEVANCE, 0, most, ROW)));
  }

  @Override
  public void each(Query query, Sorting sorting, int most, Consumer<Row> taker) throws IOException {
    Map<String, Object> search = best(query, sorting, 0, Math.min(most, LINES), ROW);
    int[] left = {most};
    server.scroll(
        index,
        search,
        hits -> {
          for (Row row : rows(hits)) {
            if (left[0]-- > 0) {
              taker.accept(row);
            }
          }
          return left[0] > 0;
        });
  }

  @Override
  public Map<String, List<String>> spelling(SearchWords typed) throws IOException {
    return new OpenSearchSpelling(this).of(typed);
  }

  @Override
  public List<Row> suggested(List<Suggestions.Step> steps, int most) throws IOException {
    if (steps.isEmpty()) {
      return List.of();
    }
    List<Map<String, Object>> searches = new ArrayList<>();
    for (Suggestions.Step step : steps) {
      Map<String, Object> search = best(step.query(), Sorting.RELEVANCE, 0, most, ROW);
      search.put("sort", OpenSearchQuery.of(Suggestions.WEIGHT));
      search.put("track_total_hits", false);
      search.put("terminate_after", Suggestions.LOOKED_AT);
      searches.add(search);
    }
    List<JsonNode> answers = server.searches(index, searches);
    Map<String, Row> found = new LinkedHashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      for (JsonNode hit : answers.get(i).path("hits").path("hits")) {
        Row row = row(hit);
        if (row != null && found.size() < steps.get(i).upTo()) {
          found.putIfAbsent(hit.path("_id").asString(), row);
        }
      }
    }
    return List.copyOf(found.values());
  }

  @Override
  public void where(Query query, Spots.Taker taker) throws IOException {
    Spots spots = remembered.spots();
    Map<String, Object> search = new LinkedHashMap<>();
    search.put("query", OpenSearchQuery.of(query));
    search.put("sort", List.of("_doc"));
    search.put("size", PLACES);
    search.put("_source", false);
    search.put("docvalue_fields", List.of(IndexFields.WHERE));
    server.scroll(
        index,
        search,
        answer -> {
          OpenSearchPlaces.tell(answer, spots, taker);
          return true;
        });
  }

  @Override
  public long sum(Query query, String field) throws IOException {
    Map<String, Object> sum = Map.of("sum", Map.of("field", field));
    return OpenSearchCounts.sum(search(counting(query, Map.of("s", sum))), "s");
  }

  @Override
  public long atLeast(Query query, String field, long least) throws IOException {
    return passing(query, Map.of("range", Map.of(field, Map.of("gte", least))));
  }

  @Override
  public long having(String field) throws IOException {
    return passing(new MatchAllDocsQuery(), Map.of("exists", Map.of("field", field)));
  }

  private long passing(Query query, Map<String, Object> filter) throws IOException {
    JsonNode answer = search(counting(query, Map.of("n", Map.of("filter", filter))));
    return answer.path("aggregations").path("n").path("doc_count").asLong(0);
  }

  @Override
  public Map<String, Long> frequencies(Collection<String> words, List<String> fields)
      throws IOException {
    Map<String, Object> filters = new LinkedHashMap<>();
    for (String word : words) {
      for (String field : fields) {
        filters.put(field + " " + word, OpenSearchQuery.of(new TermQuery(new Term(field, word))));
      }
    }
    if (filters.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> counts = Map.of("filters", Map.of("filters", filters));
    JsonNode buckets =
        search(counting(new MatchAllDocsQuery(), Map.of("n", counts)))
            .path("aggregations")
            .path("n")
            .path("buckets");
    Map<String, Long> found = new HashMap<>();
    for (String word : words) {
      for (String field : fields) {
        long count = buckets.path(field + " " + word).path("doc_count").asLong(0);
        found.merge(word, count, Math::max);
      }
    }
    return found;
  }

  /** Asks for what a map of JSON says. */
  JsonNode search(Map<String, Object> search) throws IOException {
    return server.ask("POST", "/" + index + "/_search?ignore_unavailable=true", search);
  }

  private static long total(JsonNode answer) {
    return answer.path("hits").path("total").path("value").asLong(0);
  }

  private static List<Row> rows(JsonNode answer) throws IOException {
    return found(answer.path("hits").path("hits"));
  }

  private static List<Row> found(JsonNode documents) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (JsonNode document : documents) {
      Row row = row(document);
      if (row != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static @Nullable Row row(JsonNode hit) throws IOException {
    JsonNode row = hit.path("_source").path(IndexFields.ROW);
    return row.isMissingNode() ? null : RowBytes.read(OpenSearchDocument.bytes(row.asString()));
  }
}
