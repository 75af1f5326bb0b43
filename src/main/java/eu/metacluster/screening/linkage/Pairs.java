package eu.metacluster.screening.linkage;

import java.util.Arrays;

/**
 * Candidate pairs in the order of their rows, each once; of two tables the first row is the first
 * table's.
 */
record Pairs(int[] one, int[] other) {

  static Pairs of(int[][] nearest) {
    int count = Arrays.stream(nearest).mapToInt(list -> list.length).sum();
    long[] keys = new long[count];
    int at = 0;
    for (int row = 0; row < nearest.length; row++) {
      for (int near : nearest[row]) {
        keys[at++] = (long) Math.min(row, near) << 32 | Math.max(row, near);
      }
    }
    Arrays.parallelSort(keys);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        keys[kept++] = keys[i];
      }
    }
    int[] one = new int[kept];
    int[] other = new int[kept];
    for (int i = 0; i < kept; i++) {
      one[i] = (int) (keys[i] >> 32);
      other[i] = (int) keys[i];
    }
    return new Pairs(one, other);
  }

  int size() {
    return one.length;
  }

  /** The numbers of all pairs. */
  int[] all() {
    int[] all = new int[one.length];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /** Of each row the place of its pair among the chosen, -1 when it has none. */
  int[] placeByRow(int[] chosen, int rows) {
    int[] place = new int[rows];
    Arrays.fill(place, -1);
    for (int i = 0; i < chosen.length; i++) {
      place[one[chosen[i]]] = i;
      place[other[chosen[i]]] = i;
    }
    return place;
  }
}
