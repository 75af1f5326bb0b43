package eu.metacluster.discovery.index;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopFieldCollector;

/** Looks at the first so many of what is found. */
final class LookedAt implements Collector {

  private final TopFieldCollector best;
  private int left;

  LookedAt(TopFieldCollector best, int most) {
    this.best = best;
    this.left = most;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
    return new FilterLeafCollector(best.getLeafCollector(leaf)) {
      @Override
      public void collect(int document) throws IOException {
        if (left-- <= 0) {
          throw new CollectionTerminatedException();
        }
        super.collect(document);
      }
    };
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
