package eu.metacluster.screening.linkage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Correlation clustering: groups grow by the likeliest pair first, and two groups join only when
 * all that speaks for it outweighs all that speaks against it (Bansal, Blum and Chawla 2004;
 * greedily). Rows that are not even candidates of each other speak against it a little.
 */
final class Grouping {

  private static final double AGAINST = -1.5;

  private final int[] group;
  private final Map<Integer, List<Integer>> members = new HashMap<>();
  private final Map<Integer, Map<Integer, double[]>> between = new HashMap<>();

  private Grouping(int rows) {
    group = new int[rows];
    for (int row = 0; row < rows; row++) {
      group[row] = row;
    }
  }

  /** Groups of at least two rows, each with its rows in rising order. */
  static List<List<Integer>> of(Pairs pairs, double[] odds, int rows) {
    Grouping grouping = new Grouping(rows);
    BitSet linked = new BitSet(rows);
    for (int pair = 0; pair < odds.length; pair++) {
      if (odds[pair] > 0) {
        linked.set(pairs.one()[pair]);
        linked.set(pairs.other()[pair]);
      }
    }
    for (int pair = 0; pair < odds.length; pair++) {
      if (linked.get(pairs.one()[pair]) && linked.get(pairs.other()[pair])) {
        grouping.note(pairs.one()[pair], pairs.other()[pair], odds[pair], 1);
      }
    }
    for (int pair : Assignment.order(odds, new BitSet())) {
      if (odds[pair] <= 0) {
        break;
      }
      grouping.join(grouping.group[pairs.one()[pair]], grouping.group[pairs.other()[pair]]);
    }
    return grouping.members.values().stream()
        .map(list -> list.stream().sorted().toList())
        .sorted((one, other) -> Integer.compare(one.getFirst(), other.getFirst()))
        .toList();
  }

  private void note(int one, int other, double odds, double count) {
    for (int[] way : new int[][] {{one, other}, {other, one}}) {
      double[] sum =
          between
              .computeIfAbsent(way[0], g -> new HashMap<>())
              .computeIfAbsent(way[1], g -> new double[2]);
      sum[0] += odds;
      sum[1] += count;
    }
  }

  private void join(int one, int other) {
    if (one == other) {
      return;
    }
    double[] sum = between.getOrDefault(one, Map.of()).getOrDefault(other, new double[2]);
    List<Integer> ones = members.getOrDefault(one, List.of(one));
    List<Integer> others = members.getOrDefault(other, List.of(other));
    double unknown = (double) ones.size() * others.size() - sum[1];
    if (sum[0] + AGAINST * unknown <= 0) {
      return;
    }
    int kept = ones.size() >= others.size() ? one : other;
    int gone = kept == one ? other : one;
    List<Integer> all = new ArrayList<>(kept == one ? ones : others);
    for (int row : kept == one ? others : ones) {
      all.add(row);
      group[row] = kept;
    }
    members.put(kept, all);
    members.remove(gone);
    Map<Integer, double[]> moved = between.remove(gone);
    if (moved != null) {
      moved.forEach((third, value) -> move(kept, gone, third, value));
    }
  }

  private void move(int kept, int gone, int third, double[] value) {
    Map<Integer, double[]> ofThird = between.get(third);
    if (ofThird != null) {
      ofThird.remove(gone);
    }
    if (third != kept) {
      note(kept, third, value[0], value[1]);
    }
  }
}
