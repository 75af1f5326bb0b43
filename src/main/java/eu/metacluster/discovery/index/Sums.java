package eu.metacluster.discovery.index;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Adds up a number over everything that a query matches. */
final class Sums {

  private Sums() {}

  static long of(IndexSearcher searcher, Query query, String field) throws IOException {
    LongAdder sum = new LongAdder();
    collect(searcher, query, field, sum::add);
    return sum.sum();
  }

  static long atLeast(IndexSearcher searcher, Query query, String field, long least)
      throws IOException {
    LongAdder count = new LongAdder();
    collect(searcher, query, field, value -> count.add(value >= least ? 1 : 0));
    return count.sum();
  }

  private static void collect(IndexSearcher searcher, Query query, String field, LongConsumer each)
      throws IOException {
    searcher.search(query, new Numbers(field, each));
  }

  private static final class Numbers extends SimpleCollector {

    private final String field;
    private final LongConsumer each;
    private NumericDocValues values;

    Numbers(String field, LongConsumer each) {
      this.field = field;
      this.each = each;
      this.values = org.apache.lucene.index.DocValues.emptyNumeric();
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      values = org.apache.lucene.index.DocValues.getNumeric(leaf.reader(), field);
    }

    @Override
    public void collect(int document) throws IOException {
      if (values.advanceExact(document)) {
        each.accept(values.longValue());
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
