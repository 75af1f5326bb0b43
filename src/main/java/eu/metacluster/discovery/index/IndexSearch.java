package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Figures;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.Found.Count;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Nearest;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.SearchWords;
import eu.metacluster.discovery.search.Seat;
import eu.metacluster.discovery.search.Spread;
import eu.metacluster.grid.RecordKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Asks the index, whatever engine keeps it. Everything passes {@link Asked}, which lets only
 * through what is public.
 */
@Component
class IndexSearch implements GridSearch {

  /** So many maps are kept, each with some hundred regions. */
  private static final int SPREADS = 40;

  private final Engine index;
  private final Backlog backlog;
  private final Nearest nearest;
  private final Sight sight;
  private final IndexSearch open;
  private volatile Spreads spreads = new Spreads(-1, new Memory<>(SPREADS));
  private volatile Remembered figures =
      new Remembered(-1, LocalDate.EPOCH, new Figures(Map.of(), List.of(), BigDecimal.ZERO, 0, 0));

  @Autowired
  IndexSearch(Engine index, Nearest nearest, Backlog backlog) {
    this(index, nearest, backlog, Sight.PAGES);
  }

  /** Asks an index that has everything. */
  IndexSearch(Engine index, Nearest nearest) {
    this(index, nearest, new Backlog(() -> 0), Sight.PAGES);
  }

  private IndexSearch(Engine index, Nearest nearest, Backlog backlog, Sight sight) {
    this.backlog = backlog;
    this.index = index;
    this.nearest = nearest;
    this.sight = sight;
    open = sight == Sight.ROADS ? this : new IndexSearch(index, nearest, backlog, Sight.ROADS);
  }

  @Override
  public GridSearch open() {
    return open;
  }

  /** Maps that were counted while the index stood still. */
  private record Spreads(long generation, Memory<Spread> counted) {}

  private record Remembered(long generation, LocalDate day, Figures value) {}

  @Override
  public long generation() {
    return index.generation() + nearest.generation();
  }

  @Override
  public boolean behind() {
    return backlog.large();
  }

  @Override
  public Found find(GridQuery query, int size) {
    boolean behind = behind();
    Found found = index.read(view -> new Answer(view, sight, query, size).found(nearest));
    return behind ? found.whileBehind() : found;
  }

  @Override
  public void each(GridQuery query, int most, Consumer<Row> taker) {
    index.read(
        view -> {
          new Answer(view, sight, query, PAGE).each(nearest, most, taker);
          return true;
        });
  }

  @Override
  public List<Row> suggest(String typed, int most) {
    return index.read(view -> view.suggested(Suggestions.of(typed, most), most));
  }

  @Override
  public List<Count> values(GridQuery query, Facet facet) {
    GridQuery others = query.without(facet);
    return index.read(
        view -> {
          Query found = new Answer(view, sight, others, 1).understood(nearest);
          return Counted.told(facet, view.values(found, facet), query);
        });
  }

  @Override
  public Map<String, String> names(Collection<String> handles) {
    return index.read(view -> view.names(handles, sight));
  }

  @Override
  public long count(GridQuery query) {
    return index.read(view -> view.count(visible(view, query)));
  }

  @Override
  public long total(GridQuery query) {
    return index.read(view -> view.count(new Answer(view, sight, query, 1).understood(nearest)));
  }

  @Override
  public Map<String, BigDecimal> shares(GridQuery query) {
    return index.read(
        view -> Shares.of(view, new Answer(view, sight, query, 1).understood(nearest)));
  }

  @Override
  public Spread spread(GridQuery query, int level) {
    Spreads known = spreads;
    long generation = generation();
    if (known.generation() != generation) {
      known = new Spreads(generation, new Memory<>(SPREADS));
      spreads = known;
    }
    Object asked = new Wanted(sight, query, level, 1).question();
    Spread counted = known.counted().of(asked);
    if (counted == null) {
      counted = index.read(view -> spread(view, query, level));
      known.counted().remember(asked, counted);
    }
    return counted;
  }

  private Spread spread(View view, GridQuery query, int level) throws IOException {
    SpreadCounter counter = new SpreadCounter(view, level);
    counter.projects(visible(view, query, RecordKind.PROJECT));
    counter.organisations(visible(view, query, RecordKind.ORGANISATION));
    return counter.spread();
  }

  @Override
  public List<Seat> seats(GridQuery query, Predicate<Seat> wanted) {
    return index.read(
        view -> {
          SeatCounter counter = new SeatCounter(view);
          counter.projects(visible(view, query, RecordKind.PROJECT));
          counter.organisations(visible(view, query, RecordKind.ORGANISATION));
          return counter.seats(wanted);
        });
  }

  @Override
  public BigDecimal contribution(GridQuery query) {
    return index.read(view -> contribution(view, query));
  }

  @Override
  public Census census(GridQuery query, List<Census.Pair> pairs) {
    return index.read(
        view -> {
          Answer answer = new Answer(view, sight, query, 1);
          return view.empty()
              ? Census.NOTHING
              : view.census(answer.understood(nearest), answer.wanted(pairs), pairs);
        });
  }

  @Override
  public Figures figures(LocalDate today) {
    Remembered known = figures;
    long generation = index.generation();
    if (known.generation() == generation && known.day().equals(today)) {
      return known.value();
    }
    Figures counted = index.read(view -> count(view, today));
    figures = new Remembered(generation, today, counted);
    return counted;
  }

  private Query visible(View view, GridQuery query) throws IOException {
    Query words = WordQuery.of(SearchWords.parse(query.words()));
    return Asked.of(view::values, sight, query, words).narrowed();
  }

  /** What the list of the same question finds, however it understands the words. */
  private Query understood(View view, GridQuery query) throws IOException {
    return query.words().isEmpty()
        ? visible(view, query)
        : new Answer(view, sight, query, 1).understood(nearest);
  }

  private Query visible(View view, GridQuery query, RecordKind kind) throws IOException {
    return new BooleanQuery.Builder()
        .add(understood(view, query), Occur.FILTER)
        .add(FacetFilter.term(Facet.KIND, kind.word()), Occur.FILTER)
        .build();
  }

  private BigDecimal contribution(View view, GridQuery query) throws IOException {
    Query projects = visible(view, query, RecordKind.PROJECT);
    return BigDecimal.valueOf(view.sum(projects, IndexFields.CONTRIBUTION), 2);
  }

  private Figures count(View view, LocalDate today) throws IOException {
    Found all = new Answer(view, sight, GridQuery.EVERYTHING, 1).found(Nearest.NONE);
    Map<RecordKind, Long> kinds = new EnumMap<>(RecordKind.class);
    all.of(Facet.KIND).forEach(c -> kinds.put(RecordKind.ofWord(c.value()), c.count()));
    Query everything = visible(view, GridQuery.EVERYTHING);
    long yearAgo = today.minusDays(365).toEpochDay();
    return new Figures(
        kinds,
        all.of(Facet.COUNTRY).stream().filter(c -> !c.value().equals(Facet.NOWHERE)).toList(),
        contribution(view, GridQuery.EVERYTHING),
        all.total(),
        view.atLeast(everything, IndexFields.CHECKED, yearAgo));
  }
}
