package eu.metacluster.discovery.index;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Hands over where each that is found happens. */
final class Wheres extends SimpleCollector {

  private final FacetSearcher searcher;
  private final Spots.Taker taker;
  private SegmentPlaces places = new SegmentPlaces(new int[1], new int[0], new long[0]);

  private Wheres(FacetSearcher searcher, Spots.Taker taker) {
    this.searcher = searcher;
    this.taker = taker;
  }

  /** All segments have their places before the first is handed over, so that these are known. */
  static void of(FacetSearcher searcher, Query query, Spots.Taker taker) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      searcher.places(leaf);
    }
    taker.begin(searcher.spots().known());
    searcher.search(query, new Wheres(searcher, taker));
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
    places = searcher.places(leaf);
  }

  @Override
  public void collect(int document) {
    places.tell(document, taker);
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
