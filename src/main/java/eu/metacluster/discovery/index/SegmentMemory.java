package eu.metacluster.discovery.index;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;

/** What is kept in memory of the segments that are open, so that counting walks along arrays. */
final class SegmentMemory {

  private final Spots spots = new Spots();
  private final FacetNames names = new FacetNames();
  private final PerSegment<SegmentFacets> facets =
      new PerSegment<>(reader -> SegmentFacets.read(reader, names));
  private final PerSegment<SegmentPlaces> places =
      new PerSegment<>(reader -> SegmentPlaces.read(reader, spots));

  SegmentFacets facets(LeafReader reader) throws IOException {
    return facets.of(reader);
  }

  SegmentPlaces places(LeafReader reader) throws IOException {
    return places.of(reader);
  }

  /** Makes ready what a merge has made, before anybody reads it. */
  void warm(LeafReader reader) throws IOException {
    facets(reader);
    places(reader);
  }

  /** Those of all facets' values. */
  FacetNames names() {
    return names;
  }

  /** Those of all places that were handed out. */
  Spots spots() {
    return spots;
  }
}
