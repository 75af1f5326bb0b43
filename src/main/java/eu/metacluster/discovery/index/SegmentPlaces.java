package eu.metacluster.discovery.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;

/**
 * Where each document of a segment happens, side by side in memory, as {@link SegmentFacets} are.
 *
 * @param starts where the places of each document begin, and where the last ones end
 * @param spots the places' numbers, see {@link Spots}
 * @param cents what each gets
 */
record SegmentPlaces(int[] starts, int[] spots, long[] cents) {

  static SegmentPlaces read(LeafReader reader, Spots all) throws IOException {
    BinaryDocValues column = DocValues.getBinary(reader, IndexFields.WHERE);
    Filling filling = new Filling(reader.maxDoc());
    for (int document = 0; document < reader.maxDoc(); document++) {
      filling.starts[document] = filling.size;
      if (column.advanceExact(document)) {
        Places.read(column.binaryValue(), place -> filling.add(all.number(place), place.cents()));
      }
    }
    filling.starts[reader.maxDoc()] = filling.size;
    return new SegmentPlaces(
        filling.starts,
        Arrays.copyOf(filling.spots, filling.size),
        Arrays.copyOf(filling.cents, filling.size));
  }

  /** Hands over the places of a document, when it has any. */
  void tell(int document, Spots.Taker taker) {
    int end = starts[document + 1];
    if (starts[document] < end) {
      taker.record();
    }
    for (int at = starts[document]; at < end; at++) {
      taker.place(spots[at], cents[at]);
    }
  }

  private static final class Filling {
    private final int[] starts;
    private int[] spots;
    private long[] cents;
    private int size;

    Filling(int documents) {
      starts = new int[documents + 1];
      spots = new int[documents * 2];
      cents = new long[documents * 2];
    }

    void add(int spot, long money) {
      if (size == spots.length) {
        int more = Math.max(16, size * 3 / 2);
        spots = Arrays.copyOf(spots, more);
        cents = Arrays.copyOf(cents, more);
      }
      spots[size] = spot;
      cents[size++] = money;
    }
  }
}
