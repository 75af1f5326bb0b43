package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Census.Pair;
import eu.metacluster.discovery.search.Census.Purse;
import eu.metacluster.discovery.search.Facet;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Goes once over all that is found and counts where values of two facets meet, and the money. */
final class CensusCounter extends SimpleCollector {

  private final FacetSearcher searcher;
  private final Map<Pair, Map<String, Map<String, Long>>> crossings = new HashMap<>();
  private final Map<String, Till> byYear = new HashMap<>();
  private final Till whole = new Till();

  private SegmentFacets segment = SegmentFacets.NONE;
  private List<Crossed> crossed = List.of();
  private Till[] years = new Till[0];
  private int firstYear;
  private NumericDocValues cents = DocValues.emptyNumeric();

  private CensusCounter(FacetSearcher searcher, List<Pair> pairs) {
    this.searcher = searcher;
    pairs.forEach(pair -> crossings.put(pair, new HashMap<>()));
  }

  /** Counts what is found. */
  static Census of(LuceneView view, Query query, Wanted wanted, List<Pair> pairs)
      throws IOException {
    FacetSearcher searcher = view.searcher();
    FacetCounter facets = new FacetCounter(searcher, Map.of());
    CensusCounter census = new CensusCounter(searcher, pairs);
    searcher.search(query, MultiCollector.wrap(facets, census));
    Counted counted = view.counted(facets, wanted);
    return new Census(
        counted.total(),
        counted.counts(),
        counted.names(),
        census.crossings,
        census.whole.purse(),
        census.moneyByYear());
  }

  private Map<String, Purse> moneyByYear() {
    Map<String, Purse> money = new HashMap<>();
    byYear.forEach(
        (year, till) -> {
          if (till.records > 0) {
            money.put(year, till.purse());
          }
        });
    return money;
  }

  /** Adds up while it is counted. */
  private static final class Till {
    private long cents;
    private long stated;
    private long records;

    void add(long more) {
      records++;
      if (more > 0) {
        stated++;
        cents += more;
      }
    }

    Purse purse() {
      return new Purse(BigDecimal.valueOf(cents, 2), stated, records);
    }
  }

  /** The values of a facet in one segment: the number of the first, and what they are called. */
  private record Names(int first, List<String> labels) {

    static Names of(SegmentFacets segment, FacetNames names, Facet facet) {
      int[] range = segment.range(facet);
      List<String> labels = new ArrayList<>();
      for (int at = range[0]; at < range[1]; at++) {
        labels.add(names.label(segment.numbers()[at]));
      }
      return new Names(range[0], labels);
    }

    int size() {
      return labels.size();
    }

    boolean has(int value) {
      return value >= first && value < first + labels.size();
    }
  }

  /** The meetings of two facets in one segment. */
  private record Crossed(Pair pair, Names rows, Names columns, int[] counts) {

    static Crossed of(SegmentFacets segment, FacetNames names, Pair pair) {
      Names rows = Names.of(segment, names, pair.rows());
      Names columns = Names.of(segment, names, pair.columns());
      return new Crossed(
          pair, rows, columns, new int[Math.multiplyExact(rows.size(), columns.size())]);
    }

    void add(int[] values, int from, int to) {
      for (int i = from; i < to; i++) {
        if (rows.has(values[i])) {
          int row = (values[i] - rows.first()) * columns.size() - columns.first();
          for (int k = from; k < to; k++) {
            if (columns.has(values[k])) {
              counts[row + values[k]]++;
            }
          }
        }
      }
    }

    void gather(Map<String, Map<String, Long>> all) {
      for (int at = 0; at < counts.length; at++) {
        if (counts[at] > 0) {
          all.computeIfAbsent(rows.labels().get(at / columns.size()), row -> new HashMap<>())
              .merge(columns.labels().get(at % columns.size()), (long) counts[at], Long::sum);
        }
      }
    }
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    segment = searcher.segment(context);
    cents = DocValues.getNumeric(context.reader(), IndexFields.CONTRIBUTION);
    crossed = new ArrayList<>();
    for (Pair pair : crossings.keySet()) {
      crossed.add(Crossed.of(segment, searcher.facets(), pair));
    }
    Names names = Names.of(segment, searcher.facets(), Facet.YEAR);
    firstYear = names.first();
    years =
        names.labels().stream()
            .map(year -> byYear.computeIfAbsent(year, y -> new Till()))
            .toArray(Till[]::new);
  }

  @Override
  public void collect(int document) throws IOException {
    long money = cents.advanceExact(document) ? cents.longValue() : 0;
    whole.add(money);
    if (segment.size() == 0) {
      return;
    }
    int[] values = segment.values();
    int from = segment.starts()[document];
    int to = segment.starts()[document + 1];
    for (Crossed one : crossed) {
      one.add(values, from, to);
    }
    for (int i = from; i < to; i++) {
      int year = values[i] - firstYear;
      if (year >= 0 && year < years.length) {
        years[year].add(money);
      }
    }
  }

  @Override
  public void finish() {
    crossed.forEach(one -> one.gather(crossings.getOrDefault(one.pair(), new HashMap<>())));
    crossed = List.of();
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
