package eu.metacluster.discovery.index;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/**
 * The facet values of each document of a segment, side by side in memory: counting walks along one
 * array instead of asking one column after the other. A segment never changes, so this is made once
 * for it, and goes when it goes.
 *
 * @param starts where the values of each document begin, and where the last ones end
 * @param values numbers of values, see {@link #size}
 * @param size how many different values there are
 */
record SegmentFacets(int[] starts, int[] values, int size) {

  private static final SegmentFacets NONE = new SegmentFacets(new int[0], new int[0], 0);

  static SegmentFacets read(LeafReader reader) throws IOException {
    SortedSetDocValues column = DocValues.getSortedSet(reader, FacetFilter.FIELD);
    if (column.getValueCount() == 0) {
      return NONE;
    }
    int[] starts = starts(column, reader.maxDoc());
    int[] values = new int[starts[reader.maxDoc()]];
    SortedSetDocValues again = DocValues.getSortedSet(reader, FacetFilter.FIELD);
    for (int document = 0; document < reader.maxDoc(); document++) {
      if (starts[document] < starts[document + 1]) {
        again.advanceExact(document);
        for (int at = starts[document]; at < starts[document + 1]; at++) {
          values[at] = (int) again.nextOrd();
        }
      }
    }
    return new SegmentFacets(starts, values, (int) column.getValueCount());
  }

  /** They are counted first: the values of a large segment in an array that grows take thrice. */
  private static int[] starts(SortedSetDocValues column, int documents) throws IOException {
    int[] starts = new int[documents + 1];
    for (int document = 0; document < documents; document++) {
      int many = column.advanceExact(document) ? column.docValueCount() : 0;
      starts[document + 1] = starts[document] + many;
    }
    return starts;
  }

  /** The numbers from which and up to which (not included) a facet's values go in a segment. */
  static int[] range(LeafReader reader, String facet) throws IOException {
    SortedSetDocValues column = DocValues.getSortedSet(reader, FacetFilter.FIELD);
    return new int[] {
      first(column, new BytesRef(facet + '\u001F')), first(column, new BytesRef(facet + '\u0020'))
    };
  }

  private static int first(SortedSetDocValues column, BytesRef from) throws IOException {
    long at = column.lookupTerm(from);
    return (int) (at < 0 ? -at - 1 : at);
  }
}
