package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * The facet values of each document of a segment, side by side in memory: counting walks along one
 * array instead of asking one column after the other. A segment never changes, so this is made once
 * for it, and goes when it goes. The numbers are the same in all segments, see {@link FacetNames}.
 *
 * @param starts where the numbers of each document begin among those that are near, and where the
 *     last ones end
 * @param near the numbers of values, and of several values together
 * @param farStarts the same for those that are seldom
 * @param far the numbers of values that are seldom
 * @param numbers each number that occurs here once, in the order of the terms
 * @param ranges by facet: where its numbers begin among these, and where they end
 */
record SegmentFacets(
    int[] starts, char[] near, int[] farStarts, int[] far, int[] numbers, int[][] ranges) {

  static final SegmentFacets NONE =
      new SegmentFacets(
          new int[0],
          new char[0],
          new int[0],
          new int[0],
          new int[0],
          new int[Facet.values().length][2]);

  /** What occurs so often in a segment is frequent. */
  private static final int FREQUENT = 3;

  static SegmentFacets read(LeafReader reader, FacetNames names) throws IOException {
    SortedSetDocValues column = DocValues.getSortedSet(reader, FacetFilter.FIELD);
    if (column.getValueCount() == 0) {
      return NONE;
    }
    int[][] ranges = new int[Facet.values().length][];
    for (Facet facet : Facet.values()) {
      ranges[facet.ordinal()] = range(column, facet.word());
    }
    int[] times = times(DocValues.getSortedSet(reader, FacetFilter.FIELD));
    int[] numbers = numbers(column, ranges, times, names);
    FacetLines lines = new FacetLines(names, reader.maxDoc());
    SortedSetDocValues again = DocValues.getSortedSet(reader, FacetFilter.FIELD);
    for (int document = 0; document < reader.maxDoc(); document++) {
      int left = again.advanceExact(document) ? again.docValueCount() : 0;
      for (; left > 0; left--) {
        int number = numbers[(int) again.nextOrd()];
        if (number >= 0) {
          lines.add(number);
        }
      }
      lines.end();
    }
    return lines.done(numbers, ranges);
  }

  /** How often each term occurs. */
  private static int[] times(SortedSetDocValues column) throws IOException {
    int[] times = new int[(int) column.getValueCount()];
    while (column.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      for (int left = column.docValueCount(); left > 0; left--) {
        times[(int) column.nextOrd()]++;
      }
    }
    return times;
  }

  /**
   * The numbers of the terms, below zero for one that is of none of these facets. Frequent ones are
   * numbered first: what is counted most lies close together then, where the machine has it at
   * hand.
   */
  private static int[] numbers(
      SortedSetDocValues column, int[][] ranges, int[] times, FacetNames names) throws IOException {
    int[] numbers = new int[times.length];
    Arrays.fill(numbers, -1);
    byte[] facets = new byte[times.length];
    Arrays.fill(facets, (byte) -1);
    for (Facet facet : Facet.values()) {
      int[] range = ranges[facet.ordinal()];
      Arrays.fill(facets, range[0], range[1], (byte) facet.ordinal());
    }
    long[] frequent =
        IntStream.range(0, times.length)
            .filter(term -> times[term] >= FREQUENT)
            .mapToLong(term -> (long) -times[term] << Integer.SIZE | term)
            .sorted()
            .toArray();
    TermsEnum terms = column.termsEnum();
    for (long one : frequent) {
      int term = (int) one;
      terms.seekExact((long) term);
      number(term, terms, facets, numbers, names);
    }
    TermsEnum others = column.termsEnum();
    for (int term = 0; term < times.length; term++) {
      others.next();
      if (times[term] < FREQUENT) {
        number(term, others, facets, numbers, names);
      }
    }
    return numbers;
  }

  private static void number(int term, TermsEnum at, byte[] facets, int[] numbers, FacetNames names)
      throws IOException {
    if (facets[term] >= 0) {
      numbers[term] = names.number(Facet.values()[facets[term]], at.term());
    }
  }

  /** How many different values occur. */
  int size() {
    return numbers.length;
  }

  /** Hands over each value of a document, one by one. */
  void each(int document, int[][] members, IntConsumer taker) {
    for (int at = starts[document]; at < starts[document + 1]; at++) {
      int number = near[at];
      if (number < FacetNames.SETS) {
        taker.accept(number);
      } else {
        for (int member : members[number - FacetNames.SETS]) {
          taker.accept(member);
        }
      }
    }
    for (int at = farStarts[document]; at < farStarts[document + 1]; at++) {
      taker.accept(far[at]);
    }
  }

  /** Where a facet's values begin among the {@link #numbers}, and where they end (not included). */
  int[] range(Facet facet) {
    return ranges[facet.ordinal()];
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
