package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Figures;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Nearest;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.SearchWords;
import eu.metacluster.discovery.search.Spread;
import eu.metacluster.grid.RecordKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Asks the index in this process. Everything passes {@link Asked}, which lets only through what is
 * public.
 */
@Component
class LuceneSearch implements GridSearch {

  private final GridIndex index;
  private final Nearest nearest;
  private final Sight sight;
  private final LuceneSearch open;
  private volatile Remembered figures =
      new Remembered(-1, LocalDate.EPOCH, new Figures(Map.of(), List.of(), BigDecimal.ZERO, 0, 0));

  @Autowired
  LuceneSearch(GridIndex index, Nearest nearest) {
    this(index, nearest, Sight.PAGES);
  }

  private LuceneSearch(GridIndex index, Nearest nearest, Sight sight) {
    this.index = index;
    this.nearest = nearest;
    this.sight = sight;
    open = sight == Sight.ROADS ? this : new LuceneSearch(index, nearest, Sight.ROADS);
  }

  @Override
  public GridSearch open() {
    return open;
  }

  private record Remembered(long generation, LocalDate day, Figures value) {}

  @Override
  public long generation() {
    return index.generation() + nearest.generation();
  }

  @Override
  public Found find(GridQuery query, int size) {
    return index.read(searcher -> new Answer(searcher, sight, query, size).found(nearest));
  }

  @Override
  public void each(GridQuery query, int most, Consumer<Row> taker) {
    index.read(
        searcher -> {
          new Answer(searcher, sight, query, PAGE).each(nearest, most, taker);
          return true;
        });
  }

  @Override
  public List<Row> suggest(String typed, int most) {
    return index.read(searcher -> new Suggestions(searcher, most).of(typed));
  }

  @Override
  public long count(GridQuery query) {
    return index.read(searcher -> (long) searcher.count(visible(searcher, query)));
  }

  @Override
  public long total(GridQuery query) {
    return index.read(
        searcher ->
            (long) searcher.count(new Answer(searcher, sight, query, 1).understood(nearest)));
  }

  @Override
  public Map<String, BigDecimal> shares(GridQuery query) {
    return index.read(
        searcher -> Shares.of(searcher, new Answer(searcher, sight, query, 1).understood(nearest)));
  }

  @Override
  public Spread spread(GridQuery query, int level) {
    return index.read(
        searcher -> {
          SpreadCounter counter = new SpreadCounter(searcher, level);
          counter.projects(visible(searcher, query, RecordKind.PROJECT));
          counter.organisations(visible(searcher, query, RecordKind.ORGANISATION));
          return counter.spread();
        });
  }

  @Override
  public BigDecimal contribution(GridQuery query) {
    return index.read(searcher -> contribution(searcher, query));
  }

  @Override
  public Census census(GridQuery query, List<Census.Pair> pairs) {
    return index.read(searcher -> CensusCounter.of(searcher, sight, query, pairs, nearest));
  }

  @Override
  public Figures figures(LocalDate today) {
    Remembered known = figures;
    long generation = index.generation();
    if (known.generation() == generation && known.day().equals(today)) {
      return known.value();
    }
    Figures counted = index.read(searcher -> count(searcher, today));
    figures = new Remembered(generation, today, counted);
    return counted;
  }

  private Query visible(FacetSearcher searcher, GridQuery query) throws IOException {
    Query words = WordQuery.of(SearchWords.parse(query.words()));
    return Asked.of(searcher, sight, query, words).narrowed();
  }

  private Query visible(FacetSearcher searcher, GridQuery query, RecordKind kind)
      throws IOException {
    return new BooleanQuery.Builder()
        .add(visible(searcher, query), Occur.FILTER)
        .add(FacetFilter.term(Facet.KIND, kind.word()), Occur.FILTER)
        .build();
  }

  private BigDecimal contribution(FacetSearcher searcher, GridQuery query) throws IOException {
    Query projects = visible(searcher, query, RecordKind.PROJECT);
    return BigDecimal.valueOf(Sums.of(searcher, projects, IndexFields.CONTRIBUTION), 2);
  }

  private Figures count(FacetSearcher searcher, LocalDate today) throws IOException {
    Found all = new Answer(searcher, sight, GridQuery.EVERYTHING, 1).found(Nearest.NONE);
    Map<RecordKind, Long> kinds = new EnumMap<>(RecordKind.class);
    all.of(Facet.KIND).forEach(c -> kinds.put(RecordKind.ofWord(c.value()), c.count()));
    Query everything = visible(searcher, GridQuery.EVERYTHING);
    long yearAgo = today.minusDays(365).toEpochDay();
    return new Figures(
        kinds,
        all.of(Facet.COUNTRY).stream().filter(c -> !c.value().equals(Facet.NOWHERE)).toList(),
        contribution(searcher, GridQuery.EVERYTHING),
        all.total(),
        Sums.atLeast(searcher, everything, IndexFields.CHECKED, yearAgo));
  }
}
