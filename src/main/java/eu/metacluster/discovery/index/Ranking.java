package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Sorting;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.IntroSelector;
import org.jspecify.annotations.Nullable;

/**
 * A part deep in the order of all that is found, in the same order as {@link Orders} gives. The
 * library keeps the best so many in a heap, which for the thousandth page are tens of thousands
 * whose titles are compared; here one number for each that is found is noted, and the part is
 * picked out, so that titles are looked at only where numbers are the same.
 */
final class Ranking extends SimpleCollector {

  private final Sorting sorting;
  private long[] keys = new long[1 << 10];
  private int[] documents = new int[1 << 10];
  private int size;

  private int base;
  private NumericDocValues column = DocValues.emptyNumeric();
  private @Nullable Scorable scorer;

  private Ranking(Sorting sorting) {
    this.sorting = sorting;
  }

  /** The documents from this place up to that one, or fewer at the end. */
  static int[] part(FacetSearcher searcher, Query query, Sorting sorting, int from, int to)
      throws IOException {
    Ranking ranking = searcher.search(query, new Side(sorting));
    return ranking.part(searcher, from, Math.min(to, ranking.size));
  }

  /** Groups of segments are noted side by side. */
  private record Side(Sorting sorting) implements CollectorManager<Ranking, Ranking> {

    @Override
    public Ranking newCollector() {
      return new Ranking(sorting);
    }

    @Override
    public Ranking reduce(Collection<Ranking> sides) {
      Ranking all = new Ranking(sorting);
      int size = sides.stream().mapToInt(side -> side.size).sum();
      all.keys = new long[size];
      all.documents = new int[size];
      for (Ranking side : sides) {
        System.arraycopy(side.keys, 0, all.keys, all.size, side.size);
        System.arraycopy(side.documents, 0, all.documents, all.size, side.size);
        all.size += side.size;
      }
      return all;
    }
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
    base = leaf.docBase;
    String field = Orders.number(sorting);
    column = field == null ? DocValues.emptyNumeric() : DocValues.getNumeric(leaf.reader(), field);
  }

  @Override
  public void setScorer(Scorable given) {
    scorer = given;
  }

  @Override
  public void collect(int document) throws IOException {
    if (size == keys.length) {
      keys = ArrayUtil.grow(keys);
      documents = ArrayUtil.growExact(documents, keys.length);
    }
    long number = column.advanceExact(document) ? column.longValue() : Long.MIN_VALUE;
    keys[size] = sorting == Sorting.RELEVANCE && scorer != null ? both(scorer, number) : number;
    documents[size++] = base + document;
  }

  /** The score, and among the same scores the number, which is a day. */
  private static long both(Scorable scorer, long day) throws IOException {
    int low = (int) Math.clamp(day, Integer.MIN_VALUE, Integer.MAX_VALUE);
    long unsigned = (low ^ Integer.MIN_VALUE) & 0xFFFF_FFFFL;
    return (long) Float.floatToIntBits(scorer.score()) << Integer.SIZE | unsigned;
  }

  @Override
  public ScoreMode scoreMode() {
    return sorting == Sorting.RELEVANCE ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
  }

  private int[] part(FacetSearcher searcher, int from, int to) throws IOException {
    if (from >= to) {
      return new int[0];
    }
    Selector selector = new Selector();
    selector.select(0, size, from);
    long most = keys[from];
    selector.select(from, size, to - 1);
    long least = keys[to - 1];
    int before = 0;
    int many = 0;
    for (int i = 0; i < size; i++) {
      if (keys[i] > most) {
        before++;
      } else if (keys[i] >= least) {
        selector.swap(many++, i);
      }
    }
    size = many;
    return ordered(searcher, from - before, to - before);
  }

  /** The part of what is left, which is as great as the first and the last of the part. */
  private int[] ordered(FacetSearcher searcher, int from, int to) throws IOException {
    int[] part = new int[to - from];
    long[] distinct = Arrays.stream(keys, 0, size).distinct().sorted().toArray();
    int[] starts = new int[distinct.length + 1];
    int[][] groups = grouped(distinct, starts);
    for (int at = 0; at < groups.length; at++) {
      int first = Math.max(from, starts[at]);
      int end = Math.min(to, starts[at + 1]);
      if (first < end) {
        int[] some = groups[at];
        Arrays.sort(some);
        int[] best =
            some.length == 1
                ? some
                : Titles.best(searcher, some, first - starts[at], end - starts[at]);
        System.arraycopy(best, 0, part, first - from, end - first);
      }
    }
    return part;
  }

  /** Those with the same number together, the greatest first. */
  private int[][] grouped(long[] ascending, int[] starts) {
    int[] group = new int[size];
    int[] sizes = new int[ascending.length];
    for (int i = 0; i < size; i++) {
      group[i] = ascending.length - 1 - Arrays.binarySearch(ascending, keys[i]);
      sizes[group[i]]++;
    }
    int[][] groups = new int[ascending.length][];
    for (int at = 0; at < groups.length; at++) {
      groups[at] = new int[sizes[at]];
      starts[at + 1] = starts[at] + sizes[at];
      sizes[at] = 0;
    }
    for (int i = 0; i < size; i++) {
      groups[group[i]][sizes[group[i]]++] = documents[i];
    }
    return groups;
  }

  /** Puts the greater numbers first. */
  private final class Selector extends IntroSelector {
    private long pivot;

    @Override
    protected void setPivot(int at) {
      pivot = keys[at];
    }

    @Override
    protected int comparePivot(int at) {
      return Long.compare(keys[at], pivot);
    }

    @Override
    protected void swap(int one, int other) {
      long key = keys[one];
      keys[one] = keys[other];
      keys[other] = key;
      int document = documents[one];
      documents[one] = documents[other];
      documents[other] = document;
    }
  }
}
