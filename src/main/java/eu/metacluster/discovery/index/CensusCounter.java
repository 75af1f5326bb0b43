package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Census.Pair;
import eu.metacluster.discovery.search.Census.Purse;
import eu.metacluster.discovery.search.Facet;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;

/** Goes once over all that is found and counts where values of two facets meet, and the money. */
final class CensusCounter extends SimpleCollector {

  private final FacetSearcher searcher;
  private final Names names;
  private final List<Crossed> crossed = new ArrayList<>();
  private final Till[] years;
  private final Till whole = new Till();

  private SegmentFacets segment = SegmentFacets.NONE;
  private NumericDocValues cents = DocValues.emptyNumeric();

  /** The values of the document at hand, the first so many. */
  private int[] values = new int[1 << 7];

  private int many;

  private CensusCounter(FacetSearcher searcher, List<Pair> pairs) throws IOException {
    this.searcher = searcher;
    names = new Names(searcher);
    for (Pair pair : pairs) {
      crossed.add(Crossed.of(names, pair));
    }
    years = names.of(Facet.YEAR).stream().map(year -> new Till()).toArray(Till[]::new);
  }

  /** Counts what is found. */
  static Census of(LuceneView view, Query query, Wanted wanted, List<Pair> pairs)
      throws IOException {
    FacetSearcher searcher = view.searcher();
    Counted counted = view.counted(query, Map.of(), wanted);
    CensusCounter census = new CensusCounter(searcher, pairs);
    searcher.search(query, census);
    return new Census(
        counted.total(),
        counted.counts(),
        counted.names(),
        census.crossings(),
        census.whole.purse(),
        census.moneyByYear(census.names.of(Facet.YEAR)));
  }

  private Map<String, Purse> moneyByYear(List<String> called) {
    Map<String, Purse> money = new HashMap<>();
    for (int at = 0; at < years.length; at++) {
      if (years[at].records > 0) {
        money.put(called.get(at), years[at].purse());
      }
    }
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

  /** The values of some facets: what they are called, and by their numbers in which place. */
  private static final class Names {
    private final FacetSearcher searcher;
    private final Map<Facet, List<String>> labels = new EnumMap<>(Facet.class);
    private final byte[] facets;
    private final int[][] members;
    private final int[] places;

    Names(FacetSearcher searcher) throws IOException {
      this.searcher = searcher;
      places = new int[searcher.values()];
      facets = searcher.facets().facets();
      members = searcher.facets().members();
    }

    List<String> of(Facet facet) throws IOException {
      List<String> known = labels.get(facet);
      if (known != null) {
        return known;
      }
      List<String> made = new ArrayList<>();
      for (int number : searcher.numbers(facet)) {
        places[number] = made.size();
        made.add(searcher.facets().label(number));
      }
      labels.put(facet, made);
      return made;
    }

    /** The place of a value among those of this facet, below zero when it is of another. */
    int place(int number, Facet facet) {
      return facets[number] == facet.ordinal() ? places[number] : -1;
    }
  }

  /** The meetings of two facets. */
  private record Crossed(
      Pair pair, Names names, List<String> rows, List<String> columns, int[] counts) {

    static Crossed of(Names names, Pair pair) throws IOException {
      List<String> rows = names.of(pair.rows());
      List<String> columns = names.of(pair.columns());
      return new Crossed(
          pair, names, rows, columns, new int[Math.multiplyExact(rows.size(), columns.size())]);
    }

    void add(int[] values, int many) {
      for (int i = 0; i < many; i++) {
        int row = names.place(values[i], pair.rows());
        for (int k = 0; k < many && row >= 0; k++) {
          int column = names.place(values[k], pair.columns());
          if (column >= 0) {
            counts[row * columns.size() + column]++;
          }
        }
      }
    }

    Map<String, Map<String, Long>> meetings() {
      Map<String, Map<String, Long>> all = new HashMap<>();
      for (int at = 0; at < counts.length; at++) {
        if (counts[at] > 0) {
          all.computeIfAbsent(rows.get(at / columns.size()), row -> new HashMap<>())
              .put(columns.get(at % columns.size()), (long) counts[at]);
        }
      }
      return all;
    }
  }

  private Map<Pair, Map<String, Map<String, Long>>> crossings() {
    return crossed.stream().collect(Collectors.toMap(Crossed::pair, Crossed::meetings));
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    segment = searcher.segment(context);
    cents = DocValues.getNumeric(context.reader(), IndexFields.CONTRIBUTION);
  }

  @Override
  public void collect(int document) throws IOException {
    long money = cents.advanceExact(document) ? cents.longValue() : 0;
    whole.add(money);
    if (segment.size() == 0) {
      return;
    }
    many = 0;
    segment.each(
        document,
        names.members,
        number -> {
          values = ArrayUtil.grow(values, many + 1);
          values[many++] = number;
        });
    for (Crossed one : crossed) {
      one.add(values, many);
    }
    for (int i = 0; i < many; i++) {
      int year = names.place(values[i], Facet.YEAR);
      if (year >= 0) {
        years[year].add(money);
      }
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
