package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found.Count;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.SearchWords;
import eu.metacluster.discovery.search.Sorting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/**
 * A view of the index in this process.
 *
 * @param searcher the moment that is seen
 */
record LuceneView(FacetSearcher searcher) implements View {

  /** So many are read at once when all are wanted. */
  private static final int PIECE = 2_000;

  private static final Set<String> ROW = Set.of(IndexFields.ROW);
  private static final Sort EARLY_WEIGHT = Ties.early(Suggestions.WEIGHT);

  @Override
  public boolean empty() {
    return searcher.empty();
  }

  @Override
  public List<String> values(Facet facet) throws IOException {
    return searcher.values(facet);
  }

  @Override
  public List<Count> values(Query query, Facet facet) throws IOException {
    return FacetCounts.of(searcher, query, Map.of(), one -> one == facet ? Integer.MAX_VALUE : 0)
        .most()
        .getOrDefault(facet, List.of());
  }

  /**
   * The best are found and all are counted in two walks, one beside the other: the first leaves out
   * what cannot be among the best, the second needs no scores, and both together take less than one
   * that does all.
   */
  @Override
  public Hits hits(Asked asked, Wanted wanted) throws IOException {
    Query all = asked.narrowed();
    return hits(asked, wanted, (from, to) -> new Leafing(searcher, wanted).best(all, from, to));
  }

  @Override
  public Hits fused(Asked words, Asked either, List<UUID> near, Wanted wanted) throws IOException {
    return hits(
        either,
        wanted,
        (from, to) -> new Leafing(searcher, wanted).fused(words, either, near, from, to));
  }

  /** Finds the documents in some places. */
  private interface Places {
    int[] part(int from, int to) throws IOException;
  }

  /**
   * What is on the page is ranked, and remembered, while it is counted how many pages there are.
   */
  private Hits hits(Asked counted, Wanted wanted, Places places) throws IOException {
    Counted known = searcher.counted().of(wanted.question());
    if (known == null) {
      FutureTask<Counted> counting = searcher.aside(() -> counted(counted, wanted));
      try {
        places.part(Math.max(0, wanted.deep() - wanted.size()), wanted.deep());
      } finally {
        known = FacetSearcher.done(counting);
      }
    }
    return new Hits(known, (from, to) -> rows(places.part(from, to)));
  }

  private List<Row> rows(int[] documents) throws IOException {
    List<Row> rows = new ArrayList<>();
    StoredFields stored = searcher.storedFields();
    for (int document : documents) {
      rows.add(row(stored, document));
    }
    return rows;
  }

  private List<Row> rows(ScoreDoc[] hits) throws IOException {
    return rows(Arrays.stream(hits).mapToInt(hit -> hit.doc).toArray());
  }

  private Counted counted(Asked asked, Wanted wanted) throws IOException {
    Counted counted = counted(asked.words(), asked.chosen(), wanted);
    searcher.counted().remember(wanted.question(), counted);
    return counted;
  }

  /** What was counted, the most frequent values of each facet. */
  Counted counted(Query words, Map<Facet, ? extends Collection<String>> chosen, Wanted wanted)
      throws IOException {
    FacetCounts counted = FacetCounts.of(searcher, words, chosen, Facet::most);
    Map<Facet, List<Count>> counts = new EnumMap<>(Facet.class);
    counted
        .most()
        .forEach((facet, most) -> counts.put(facet, Counted.told(facet, most, wanted.query())));
    return new Counted(counted.total(), counts, names(Counted.handles(counts), wanted.sight()));
  }

  @Override
  public Map<String, String> names(Collection<String> handles, Sight sight) throws IOException {
    Map<String, String> names = new HashMap<>();
    for (String handle : handles) {
      String name = name(handle, sight);
      if (name != null) {
        names.put(handle, name);
      }
    }
    return names;
  }

  private @Nullable String name(String handle, Sight sight) throws IOException {
    Object key = List.of(sight, handle);
    String known = searcher.names().of(key);
    if (known != null) {
      return known;
    }
    String name = read(handle, sight);
    if (name != null) {
      searcher.names().remember(key, name);
    }
    return name;
  }

  private @Nullable String read(String handle, Sight sight) throws IOException {
    BooleanQuery own =
        new BooleanQuery.Builder()
            .add(sight.query(), Occur.FILTER)
            .add(new TermQuery(new Term(IndexFields.HANDLE, handle)), Occur.FILTER)
            .build();
    ScoreDoc[] found = searcher.search(own, 1).scoreDocs;
    return found.length == 0 ? null : rows(found).getFirst().title();
  }

  @Override
  public Census census(Query query, Wanted wanted, List<Census.Pair> pairs) throws IOException {
    return CensusCounter.of(this, query, wanted, pairs);
  }

  @Override
  public long count(Query query) throws IOException {
    return searcher.count(query);
  }

  @Override
  public long[] counts(Query found, List<Query> each) throws IOException {
    long[] counts = new long[each.size()];
    for (int i = 0; i < counts.length; i++) {
      Query both =
          new BooleanQuery.Builder()
              .add(each.get(i), Occur.FILTER)
              .add(found, Occur.FILTER)
              .build();
      counts[i] = searcher.count(both);
    }
    return counts;
  }

  @Override
  public List<Row> best(Query query, int most) throws IOException {
    return rows(Best.of(searcher, query, most));
  }

  @Override
  public void each(Query query, Sorting sorting, int most, Consumer<Row> taker) throws IOException {
    ScoreDoc last = null;
    int left = most;
    while (left > 0) {
      ScoreDoc[] some =
          searcher.searchAfter(last, query, Math.min(left, PIECE), Orders.of(sorting)).scoreDocs;
      StoredFields stored = searcher.storedFields();
      for (ScoreDoc one : some) {
        taker.accept(row(stored, one.doc));
      }
      left = some.length < PIECE ? 0 : left - some.length;
      last = some.length == 0 ? null : some[some.length - 1];
    }
  }

  @Override
  public Map<String, List<String>> spelling(SearchWords typed) throws IOException {
    return new Spelling(searcher.getIndexReader()).of(typed);
  }

  @Override
  public List<Row> suggested(List<Suggestions.Step> steps, int most) throws IOException {
    Set<Integer> found = new LinkedHashSet<>();
    for (Suggestions.Step step : steps) {
      if (found.size() < step.upTo()) {
        for (FieldDoc hit : weightiest(step.query(), most)) {
          if (found.size() < step.upTo()) {
            found.add(hit.doc);
          }
        }
      }
    }
    return rows(found.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The first of what a step finds, or of as much of it as is looked at. */
  private List<FieldDoc> weightiest(Query query, int most) throws IOException {
    int looked = most + Ties.SPARE;
    List<FieldDoc> found = lookedAt(query, looked, EARLY_WEIGHT);
    if (found.size() == looked) {
      Ties.unsure(found);
      if (found.size() < most) {
        return lookedAt(query, most, Suggestions.WEIGHT);
      }
    }
    List<FieldDoc> ordered = Ties.byTitle(searcher, found);
    return ordered.subList(0, Math.min(most, ordered.size()));
  }

  private List<FieldDoc> lookedAt(Query query, int most, Sort order) throws IOException {
    TopFieldCollector best =
        new TopFieldCollectorManager(order, most, Integer.MAX_VALUE).newCollector();
    searcher.search(query, new LookedAt(best, Suggestions.LOOKED_AT));
    return Arrays.stream(best.topDocs().scoreDocs)
        .map(FieldDoc.class::cast)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Override
  public void where(Query query, Spots.Taker taker) throws IOException {
    Wheres.of(searcher, query, taker);
  }

  @Override
  public long sum(Query query, String field) throws IOException {
    return Sums.of(searcher, query, field);
  }

  @Override
  public long atLeast(Query query, String field, long least) throws IOException {
    return Sums.atLeast(searcher, query, field, least);
  }

  @Override
  public long having(String field) throws IOException {
    return searcher.getIndexReader().getDocCount(field);
  }

  @Override
  public Map<String, Long> frequencies(Collection<String> words, List<String> fields)
      throws IOException {
    IndexReader reader = searcher.getIndexReader();
    Map<String, Long> found = new HashMap<>();
    for (String word : words) {
      long most = 0;
      for (String field : fields) {
        most = Math.max(most, reader.docFreq(new Term(field, word)));
      }
      found.put(word, most);
    }
    return found;
  }

  /**
   * @param stored for all rows of a list: a row is read from a piece of many, which is unpacked
   */
  private static Row row(StoredFields stored, int document) throws IOException {
    return RowBytes.read(stored.document(document, ROW).getBinaryValue(IndexFields.ROW));
  }
}
