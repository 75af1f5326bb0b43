package eu.metacluster.discovery.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/** What is kept in memory of the segments that are open, so that counting walks along arrays. */
final class SegmentMemory {

  private final Spots spots = new Spots();
  private final PerSegment<SegmentPlaces> places =
      new PerSegment<>(reader -> SegmentPlaces.read(reader, spots));

  /** Null until somebody looks. */
  private volatile @Nullable FacetMemory facets;

  /** Those for whoever looks at the index from now on. */
  synchronized FacetMemory facets(IndexReader reader) throws IOException {
    FacetMemory known = facets;
    if (known != null && !known.outgrown(reader)) {
      return known;
    }
    FacetMemory anew = new FacetMemory(reader.maxDoc());
    if (known != null) {
      anew.read(reader);
    }
    facets = anew;
    return anew;
  }

  SegmentPlaces places(LeafReader reader) throws IOException {
    return places.of(reader);
  }

  /** Makes ready what a merge has made, before anybody reads it. */
  void warm(LeafReader reader) throws IOException {
    FacetMemory known = facets;
    if (known != null) {
      known.of(reader);
    }
    places(reader);
  }

  /** Those of all places that were handed out. */
  Spots spots() {
    return spots;
  }
}
