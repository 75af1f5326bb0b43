package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The facet values of each document of a segment, side by side in memory: counting walks along one
 * array instead of asking one column after the other. A segment never changes, so this is made once
 * for it, and goes when it goes.
 *
 * @param starts where the values of each document begin, and where the last ones end
 * @param values the values' numbers in this segment, which are in the order of their terms
 * @param numbers their numbers in the whole index, see {@link FacetNames}
 * @param ranges by facet: the number from which its values go in this segment, and the one after
 *     the last
 */
record SegmentFacets(int[] starts, int[] values, int[] numbers, int[][] ranges) {

  static final SegmentFacets NONE =
      new SegmentFacets(new int[0], new int[0], new int[0], new int[Facet.values().length][2]);

  static SegmentFacets read(LeafReader reader, FacetNames names) throws IOException {
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
    int[][] ranges = new int[Facet.values().length][];
    for (Facet facet : Facet.values()) {
      ranges[facet.ordinal()] = range(column, facet.word());
    }
    return new SegmentFacets(starts, values, numbers(column, ranges, names), ranges);
  }

  private static int[] numbers(SortedSetDocValues column, int[][] ranges, FacetNames names)
      throws IOException {
    int[] numbers = new int[(int) column.getValueCount()];
    Arrays.fill(numbers, -1);
    TermsEnum terms = column.termsEnum();
    for (Facet facet : Facet.values()) {
      int[] range = ranges[facet.ordinal()];
      for (int value = range[0]; value < range[1]; value++) {
        if (value == range[0]) {
          terms.seekExact((long) value);
        } else {
          terms.next();
        }
        numbers[value] = names.number(facet, terms.term());
      }
    }
    return numbers;
  }

  /** How many different values there are. */
  int size() {
    return numbers.length;
  }

  /** The numbers from which and up to which (not included) a facet's values go in this segment. */
  int[] range(Facet facet) {
    return ranges[facet.ordinal()];
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

  private static int[] range(SortedSetDocValues column, String facet) throws IOException {
    return new int[] {
      first(column, new BytesRef(facet + '\u001F')), first(column, new BytesRef(facet + '\u0020'))
    };
  }

  private static int first(SortedSetDocValues column, BytesRef from) throws IOException {
    long at = column.lookupTerm(from);
    return (int) (at < 0 ? -at - 1 : at);
  }
}
