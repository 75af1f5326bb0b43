package eu.metacluster.platform.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some texts of like length that are run together: padded to the longest of them, little is wasted.
 *
 * @param positions where the texts stand in the list they come from
 * @param rows their numbers, longest first
 */
record Batch(int[] positions, List<long[]> rows) {

  /** How many numbers, padding included, are run at once: beyond that only memory grows. */
  private static final int NUMBERS = 2048;

  /** Sorts by length and cuts into batches, the longest first so that no thread ends late. */
  static List<Batch> of(List<long[]> rows) {
    int[] order =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -rows.get(i).length))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < order.length; ) {
      int many = Math.max(1, NUMBERS / Math.max(1, rows.get(order[from]).length));
      int[] positions = Arrays.copyOfRange(order, from, Math.min(order.length, from + many));
      batches.add(new Batch(positions, Arrays.stream(positions).mapToObj(rows::get).toList()));
      from += positions.length;
    }
    return batches;
  }

  int size() {
    return positions.length;
  }

  int longest() {
    return rows.getFirst().length;
  }

  /** The numbers row by row, padded with zeros. */
  long[] padded() {
    long[] padded = new long[size() * longest()];
    for (int i = 0; i < size(); i++) {
      System.arraycopy(rows.get(i), 0, padded, i * longest(), rows.get(i).length);
    }
    return padded;
  }

  /** One where there is a number, zero where there is padding. */
  long[] mask() {
    long[] mask = new long[size() * longest()];
    for (int i = 0; i < size(); i++) {
      Arrays.fill(mask, i * longest(), i * longest() + rows.get(i).length, 1);
    }
    return mask;
  }
}
