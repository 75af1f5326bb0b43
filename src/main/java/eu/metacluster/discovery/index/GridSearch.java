package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.Found.Count;
import eu.metacluster.grid.RecordKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.DrillSideways.DrillSidewaysResult;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.springframework.stereotype.Component;

/**
 * Asks the index. Everything here passes {@link #visible}, so that nothing that is not public can
 * be found, counted or placed on a map, whatever is asked.
 */
@Component
public class GridSearch {

  /** Records on one page of a list. */
  public static final int PAGE = 25;

  private static final int MOST_COUNTS = 300;
  private static final Set<String> ROW = Set.of(IndexFields.ROW);

  private final GridIndex index;
  private volatile Remembered<Figures> figures =
      new Remembered<>(
          -1, LocalDate.EPOCH, new Figures(Map.of(), List.of(), BigDecimal.ZERO, 0, 0));

  GridSearch(GridIndex index) {
    this.index = index;
  }

  private record Remembered<T>(long generation, LocalDate day, T value) {}

  /** A number that changes whenever an answer may have changed. */
  public long generation() {
    return index.generation();
  }

  /** One page of the public records that answer this question, with the counts to narrow it. */
  public Found find(GridQuery query) {
    return find(query, PAGE);
  }

  /** As {@link #find(GridQuery)} with so many records on a page. */
  public Found find(GridQuery query, int size) {
    return index.read(searcher -> find(searcher, query, size));
  }

  /** How many public records answer, without reading any. */
  public long count(GridQuery query) {
    return index.read(searcher -> (long) searcher.count(visible(query)));
  }

  /** Where the public records that answer this question happen. */
  public Spread spread(GridQuery query) {
    return index.read(
        searcher -> {
          SpreadCounter counter = new SpreadCounter(searcher);
          counter.projects(visible(query, RecordKind.PROJECT));
          counter.organisations(visible(query, RecordKind.ORGANISATION));
          return counter.spread();
        });
  }

  /** What the public projects that answer this question get together, in euro. */
  public BigDecimal contribution(GridQuery query) {
    return index.read(
        searcher ->
            BigDecimal.valueOf(
                Sums.of(searcher, visible(query, RecordKind.PROJECT), IndexFields.CONTRIBUTION),
                2));
  }

  /** The whole public grid in numbers, counted anew when something changed. */
  public Figures figures(LocalDate today) {
    Remembered<Figures> known = figures;
    long generation = index.generation();
    if (known.generation() == generation && known.day().equals(today)) {
      return known.value();
    }
    Figures counted = index.read(searcher -> count(searcher, today));
    figures = new Remembered<>(generation, today, counted);
    return counted;
  }

  /** The one place that lets records through: only public ones. */
  private static DrillDownQuery visible(GridQuery query) {
    Query base =
        new BooleanQuery.Builder()
            .add(IndexFields.PUBLIC, Occur.FILTER)
            .add(WordQuery.of(query.words()), Occur.MUST)
            .build();
    DrillDownQuery narrowed = new DrillDownQuery(IndexFields.FACETS, base);
    query
        .filters()
        .forEach((facet, values) -> values.forEach(value -> narrowed.add(facet.word(), value)));
    return narrowed;
  }

  private static Query visible(GridQuery query, RecordKind kind) {
    return new BooleanQuery.Builder()
        .add(visible(query), Occur.FILTER)
        .add(visible(GridQuery.EVERYTHING.with(Facet.KIND, kind.word())), Occur.FILTER)
        .build();
  }

  private static Found find(FacetSearcher searcher, GridQuery query, int size) throws IOException {
    if (searcher.facets() == null) {
      return new Found(0, List.of(), 1, 1, Map.of());
    }
    int wanted = (int) Math.min((long) query.page() * size, searcher.getIndexReader().maxDoc());
    DrillSidewaysResult result =
        new DrillSideways(searcher, IndexFields.FACETS, searcher.facets())
            .search(visible(query), null, null, Math.max(1, wanted), query.sorting().sort(), false);
    ScoreDoc[] hits = result.hits.scoreDocs;
    long total = result.hits.totalHits.value();
    int pages = (int) Math.max(1, (total + size - 1) / size);
    int page = Math.min(query.page(), pages);
    List<Row> rows = new ArrayList<>();
    for (int i = (page - 1) * size; i < Math.min(page * size, hits.length); i++) {
      rows.add(row(searcher, hits[i].doc));
    }
    return new Found(total, rows, page, pages, counts(result.facets, query));
  }

  private static Row row(FacetSearcher searcher, int document) throws IOException {
    return RowBytes.read(
        searcher.storedFields().document(document, ROW).getBinaryValue(IndexFields.ROW));
  }

  private static Map<Facet, List<Count>> counts(Facets facets, GridQuery query) throws IOException {
    Map<Facet, List<Count>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      List<Count> values = facet.offered() ? counts(facets, facet) : new ArrayList<>();
      for (String chosen : query.chosen(facet)) {
        if (values.stream().noneMatch(count -> count.value().equals(chosen))) {
          values.add(new Count(chosen, 0));
        }
      }
      counts.put(facet, values);
    }
    return counts;
  }

  private static List<Count> counts(Facets facets, Facet facet) throws IOException {
    FacetResult result = facets.getTopChildren(MOST_COUNTS, facet.word());
    List<Count> values = new ArrayList<>();
    if (result != null) {
      for (LabelAndValue value : result.labelValues) {
        values.add(new Count(value.label, value.value.longValue()));
      }
    }
    return values;
  }

  private static Figures count(FacetSearcher searcher, LocalDate today) throws IOException {
    Found all = find(searcher, GridQuery.EVERYTHING, 1);
    Map<RecordKind, Long> kinds = new EnumMap<>(RecordKind.class);
    all.of(Facet.KIND).forEach(c -> kinds.put(RecordKind.ofWord(c.value()), c.count()));
    Query projects = visible(GridQuery.EVERYTHING.with(Facet.KIND, RecordKind.PROJECT.word()));
    long yearAgo = today.minusDays(365).toEpochDay();
    return new Figures(
        kinds,
        all.of(Facet.COUNTRY).stream().filter(c -> !c.value().equals(Facet.NOWHERE)).toList(),
        BigDecimal.valueOf(Sums.of(searcher, projects, IndexFields.CONTRIBUTION), 2),
        all.total(),
        Sums.atLeast(searcher, visible(GridQuery.EVERYTHING), IndexFields.CHECKED, yearAgo));
  }
}
