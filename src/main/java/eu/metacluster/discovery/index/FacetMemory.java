package eu.metacluster.discovery.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;

/** The facets of the segments that are open, and the numbers of their values. */
final class FacetMemory {

  /** An index that has become so many times greater has other values that are frequent. */
  private static final int GROWN = 3;

  private final FacetNames names = new FacetNames();
  private final PerSegment<SegmentFacets> segments =
      new PerSegment<>(reader -> SegmentFacets.read(reader, names));
  private final int documents;

  /**
   * Nothing is numbered yet.
   *
   * @param documents how many there are in the index now
   */
  FacetMemory(int documents) {
    this.documents = documents;
  }

  SegmentFacets of(LeafReader reader) throws IOException {
    return segments.of(reader);
  }

  FacetNames names() {
    return names;
  }

  /** Reads all segments, the greatest first: what is frequent there is numbered first. */
  void read(IndexReader reader) throws IOException {
    List<LeafReaderContext> leaves =
        reader.leaves().stream()
            .sorted(Comparator.comparing(leaf -> -leaf.reader().maxDoc()))
            .toList();
    for (LeafReaderContext leaf : leaves) {
      of(leaf.reader());
    }
  }

  /**
   * Whether numbers were handed out when the index was so much smaller that by now others would be
   * among those that are counted for every answer.
   */
  boolean outgrown(IndexReader reader) {
    return names.size() > FacetNames.FAR && reader.maxDoc() / GROWN > documents;
  }
}
