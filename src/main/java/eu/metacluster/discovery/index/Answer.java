package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.FacetSearcher.Counted;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.Found.Count;
import eu.metacluster.discovery.search.Found.Hint;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.Nearest;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.SearchWords;
import eu.metacluster.discovery.search.Sorting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Finds one page with its counts, in one view of the index. */
final class Answer {

  /** How deep one can leaf; who wants more takes the whole list as a file. */
  private static final int DEEPEST = 50_000;

  /** Fewer hits than this let one doubt the spelling. */
  private static final int FEW = 5;

  /** So many are read at once when all are wanted. */
  private static final int PIECE = 2_000;

  /** So many are asked for by meaning. */
  private static final int NEAREST = 60;

  private static final Hint LOOSELY = new Hint(true, null, 0, false);

  private static final Hint BY_MEANING = new Hint(false, null, 0, true);

  private static final int MOST_COUNTRIES = 300;
  private static final int MOST_COUNTS = 60;
  private static final int MOST_ORGANISATIONS = 24;

  private final FacetSearcher searcher;
  private final Sight sight;
  private final GridQuery query;
  private final int size;
  private final SearchWords typed;

  Answer(FacetSearcher searcher, Sight sight, GridQuery query, int size) {
    this.searcher = searcher;
    this.sight = sight;
    this.query = query;
    this.size = size;
    this.typed = SearchWords.parse(query.words());
  }

  /** The hits of the page and the counts of all. */
  private record Hits(Counted counted, ScoreDoc[] best) {}

  Found found(Nearest nearest) throws IOException {
    if (searcher.empty()) {
      return new Found(0, List.of(), 1, 1, Map.of(), Map.of(), Hint.NONE);
    }
    List<UUID> meant = near(nearest);
    if (!meant.isEmpty()) {
      return page(fused(meant), BY_MEANING);
    }
    Hits exact = hits(Map.of());
    if (query.words().isEmpty() || exact.counted().total() >= FEW) {
      return page(exact, Hint.NONE);
    }
    Map<String, List<String>> near = new Spelling(searcher.getIndexReader()).of(typed);
    if (near.isEmpty()) {
      boolean loosely = exact.counted().total() == 0 && typed.plain();
      return loosely ? loosely() : page(exact, Hint.NONE);
    }
    Hits alike = exact.counted().total() == 0 ? hits(near) : exact;
    boolean loosened = alike.counted().total() > exact.counted().total();
    return page(loosened ? alike : exact, meant(near, exact.counted().total(), loosened));
  }

  /** Of a question of which no record has all the words, what has some. */
  private Found loosely() throws IOException {
    Hits hits = hits(Asked.of(searcher, sight, query, WordQuery.loosely(typed)), "loosely");
    return page(hits, hits.counted().total() == 0 ? Hint.NONE : LOOSELY);
  }

  /** The nearest by meaning, when the words are a question and rank the answer. */
  private List<UUID> near(Nearest nearest) {
    return query.sorting() == Sorting.RELEVANCE && typed.plain()
        ? nearest.of(query.words(), NEAREST)
        : List.of();
  }

  /** Ranked by words and by meaning: what both find comes first, then what one of them does. */
  private Hits fused(List<UUID> near) throws IOException {
    Asked words = asked(Map.of());
    Asked either = Asked.of(searcher, sight, query, Fusion.either(WordQuery.of(typed), near));
    int deep = (int) Math.min((long) query.page() * size + Fusion.DEPTH, DEEPEST);
    Sort sort = Orders.of(Sorting.RELEVANCE);
    ScoreDoc[] byWords = searcher.search(words.narrowed(), deep, sort).scoreDocs;
    int[] byMeaning = Fusion.documents(searcher, near, either);
    Object question = List.of(sight, query.by(Orders.ANY).at(1), near, Freshness.today());
    Counted counted = searcher.counted(question);
    if (counted == null) {
      counted = count(either);
      searcher.remember(question, counted);
    }
    return new Hits(counted, Fusion.of(byWords, byMeaning));
  }

  /** Everything that {@link #found} finds, as it understands the question. */
  Query understood(Nearest nearest) throws IOException {
    List<UUID> near = near(nearest);
    Query words = WordQuery.of(typed);
    Query all =
        Asked.of(searcher, sight, query, near.isEmpty() ? words : Fusion.either(words, near))
            .narrowed();
    if (near.isEmpty() && !query.words().isEmpty() && searcher.count(all) == 0) {
      Map<String, List<String>> alike = new Spelling(searcher.getIndexReader()).of(typed);
      return alike.isEmpty() && typed.plain()
          ? Asked.of(searcher, sight, query, WordQuery.loosely(typed)).narrowed()
          : asked(alike).narrowed();
    }
    return all;
  }

  /** Hands over all that is found. */
  void each(Nearest nearest, int most, Consumer<Row> taker) throws IOException {
    Query all = understood(nearest);
    Sort sort = Orders.of(query.sorting());
    ScoreDoc last = null;
    int left = most;
    while (left > 0) {
      ScoreDoc[] some = searcher.searchAfter(last, all, Math.min(left, PIECE), sort).scoreDocs;
      for (ScoreDoc one : some) {
        taker.accept(row(searcher, one.doc));
      }
      left = some.length < PIECE ? 0 : left - some.length;
      last = some.length == 0 ? null : some[some.length - 1];
    }
  }

  /** The first proposal for each word, when it finds more than what was typed. */
  private Hint meant(Map<String, List<String>> near, long exact, boolean loosened)
      throws IOException {
    String words = query.words();
    for (SearchWords.Part part : typed.parts().reversed()) {
      List<String> others = near.get(part.text());
      if (others != null) {
        words = SearchWords.parse(words).with(part, others.getFirst());
      }
    }
    GridQuery other = query.saying(words);
    long count =
        searcher.count(
            Asked.of(searcher, sight, other, WordQuery.of(SearchWords.parse(words))).narrowed());
    return count > exact
        ? new Hint(loosened, words, count, false)
        : new Hint(loosened, null, 0, false);
  }

  private Asked asked(Map<String, List<String>> instead) throws IOException {
    Map<String, List<String>> all = new HashMap<>();
    instead.forEach(
        (word, others) -> {
          List<String> both = new ArrayList<>(List.of(word));
          both.addAll(others);
          all.put(word, both);
        });
    return Asked.of(searcher, sight, query, WordQuery.of(typed, all));
  }

  private Hits hits(Map<String, List<String>> instead) throws IOException {
    return hits(asked(instead), instead.keySet());
  }

  private Hits hits(Asked asked, Object how) throws IOException {
    long deep = Math.min((long) query.page() * size, DEEPEST);
    int wanted = (int) Math.clamp(deep, 1, Math.max(1, searcher.getIndexReader().maxDoc()));
    Object question = List.of(sight, query.by(Orders.ANY).at(1), how, Freshness.today());
    Counted known = searcher.counted(question);
    if (known != null) {
      int most = (int) Math.clamp(known.total(), 1, wanted);
      return new Hits(
          known, searcher.search(asked.narrowed(), most, Orders.of(query.sorting())).scoreDocs);
    }
    Hits hits = count(asked, wanted);
    searcher.remember(question, hits.counted());
    return hits;
  }

  /**
   * The best are found and all are counted in two walks: the first leaves out what cannot be among
   * the best, the second needs no scores, and both together take less than one that does all.
   */
  private Hits count(Asked asked, int wanted) throws IOException {
    ScoreDoc[] best =
        searcher.search(asked.narrowed(), wanted, Orders.of(query.sorting())).scoreDocs;
    return new Hits(count(asked), best);
  }

  private Counted count(Asked asked) throws IOException {
    FacetCounter counter = new FacetCounter(searcher, asked.chosen());
    searcher.search(asked.words(), counter);
    return counted(counter);
  }

  /** What was counted, the most frequent values of each facet. */
  Counted counted(FacetCounter counter) throws IOException {
    Map<Facet, List<Count>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      counts.put(facet, counts(facet, counter.totals()));
    }
    return new Counted(counter.total(), counts, names(counts));
  }

  private List<Count> counts(Facet facet, int[] totals) throws IOException {
    List<Count> most = new ArrayList<>(searcher.most(facet, totals, atMost(facet)));
    if (facet == Facet.FRESHNESS) {
      most = new ArrayList<>(Freshness.bands(most));
    }
    for (String chosen : query.chosen(facet)) {
      if (most.stream().noneMatch(count -> count.value().equals(chosen))) {
        most.add(new Count(chosen, 0));
      }
    }
    return most;
  }

  private static int atMost(Facet facet) {
    return switch (facet) {
      case COUNTRY, FRESHNESS -> MOST_COUNTRIES;
      case ORGANISATION -> MOST_ORGANISATIONS;
      default -> MOST_COUNTS;
    };
  }

  private Found page(Hits hits, Hint hint) throws IOException {
    long total = hits.counted().total();
    int pages = (int) Math.max(1, (Math.min(total, DEEPEST) + size - 1) / size);
    int page = Math.min(query.page(), pages);
    List<Row> rows = new ArrayList<>();
    ScoreDoc[] best = hits.best();
    for (int i = (page - 1) * size; i < Math.min(page * size, best.length); i++) {
      rows.add(row(searcher, best[i].doc));
    }
    Counted counted = hits.counted();
    return new Found(total, rows, page, pages, counted.counts(), counted.names(), hint);
  }

  /** What the organisations to choose from are called. */
  private Map<String, String> names(Map<Facet, List<Count>> counts) throws IOException {
    Map<String, String> names = new HashMap<>();
    for (Count count : counts.getOrDefault(Facet.ORGANISATION, List.of())) {
      String name = name(count.value());
      if (name != null) {
        names.put(count.value(), name);
      }
    }
    return names;
  }

  private @Nullable String name(String handle) throws IOException {
    BooleanQuery own =
        new BooleanQuery.Builder()
            .add(sight.query(), Occur.FILTER)
            .add(new TermQuery(new Term(IndexFields.HANDLE, handle)), Occur.FILTER)
            .build();
    ScoreDoc[] found = searcher.search(own, 1).scoreDocs;
    return found.length == 0 ? null : row(searcher, found[0].doc).title();
  }

  private static final Set<String> ROW = Set.of(IndexFields.ROW);

  static Row row(FacetSearcher searcher, int document) throws IOException {
    return RowBytes.read(
        searcher.storedFields().document(document, ROW).getBinaryValue(IndexFields.ROW));
  }
}
