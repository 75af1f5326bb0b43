package eu.metacluster.discovery.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.IntroSelector;
import org.jspecify.annotations.Nullable;

/**
 * Documents in the order of their titles; without a title they are last. Each segment has its
 * titles numbered in order already, so that texts are compared only between segments.
 */
final class Titles {

  private Titles() {}

  /**
   * Some of these documents in order.
   *
   * @param documents by their number
   * @param from the first place that is wanted
   * @param to the last place that is wanted, not included
   */
  static int[] best(FacetSearcher searcher, int[] documents, int from, int to) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    PriorityQueue<Pile> piles = new PriorityQueue<>(Pile::compareTo);
    int at = 0;
    while (at < documents.length) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[at], leaves));
      int end = at;
      while (end < documents.length && documents[end] < leaf.docBase + leaf.reader().maxDoc()) {
        end++;
      }
      piles.add(new Pile(leaf, Arrays.copyOfRange(documents, at, end), to));
      at = end;
    }
    int[] best = new int[to - from];
    for (int place = 0; place < to; place++) {
      Pile next = piles.remove();
      if (place >= from) {
        best[place - from] = next.document();
      }
      if (next.advance()) {
        piles.add(next);
      }
    }
    return best;
  }

  /** What is left of one segment. */
  private static final class Pile implements Comparable<Pile> {
    private static final long LAST = Integer.MAX_VALUE;

    private final int base;
    private final SortedDocValues titles;

    /** The number of the title, then that of the document in the segment. */
    private final long[] order;

    private final BytesRefBuilder title = new BytesRefBuilder();
    private int at;

    Pile(LeafReaderContext leaf, int[] documents, int most) throws IOException {
      base = leaf.docBase;
      titles = DocValues.getSorted(leaf.reader(), IndexFields.TITLE_ORDER);
      long[] all = new long[documents.length];
      for (int i = 0; i < documents.length; i++) {
        int own = documents[i] - base;
        long number = titles.advanceExact(own) ? titles.ordValue() : LAST;
        all[i] = number << Integer.SIZE | own;
      }
      order = least(all, most);
      Arrays.sort(order);
      read();
    }

    private static long[] least(long[] all, int most) {
      if (most >= all.length) {
        return all;
      }
      new Least(all).select(0, all.length, most);
      return Arrays.copyOf(all, most);
    }

    private long number(int place) {
      return order[place] >>> Integer.SIZE;
    }

    private void read() throws IOException {
      if (number(at) != LAST) {
        title.copyBytes(titles.lookupOrd((int) number(at)));
      }
    }

    int document() {
      return base + (int) order[at];
    }

    /** Goes on to the next; false at the end. */
    boolean advance() throws IOException {
      at++;
      if (at == order.length) {
        return false;
      }
      if (number(at) != number(at - 1)) {
        read();
      }
      return true;
    }

    private @Nullable BytesRef title() {
      return number(at) == LAST ? null : title.get();
    }

    @Override
    public int compareTo(Pile other) {
      BytesRef one = title();
      BytesRef another = other.title();
      int titles = one == null || another == null ? missing(one, another) : one.compareTo(another);
      return titles != 0 ? titles : Integer.compare(base, other.base);
    }

    private static int missing(@Nullable BytesRef one, @Nullable BytesRef other) {
      return Boolean.compare(one == null, other == null);
    }
  }

  /** Puts the least first. */
  private static final class Least extends IntroSelector {
    private final long[] all;
    private long pivot;

    Least(long[] all) {
      this.all = all;
    }

    @Override
    protected void setPivot(int at) {
      pivot = all[at];
    }

    @Override
    protected int comparePivot(int at) {
      return Long.compare(pivot, all[at]);
    }

    @Override
    protected void swap(int one, int other) {
      long kept = all[one];
      all[one] = all[other];
      all[other] = kept;
    }
  }
}
