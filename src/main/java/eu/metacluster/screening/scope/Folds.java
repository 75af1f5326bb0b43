package eu.metacluster.screening.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A seeded, by scope stratified division of sample positions into parts of equal size. */
final class Folds {

  private static final long SEED = 42;
  private static final int SCOPES = 3;

  private final List<List<Integer>> parts = new ArrayList<>();

  private Folds(int count) {
    for (int i = 0; i < count; i++) {
      parts.add(new ArrayList<>());
    }
  }

  static Folds stratified(Sample sample, int[] positions, int count) {
    List<Integer> order = new ArrayList<>(Arrays.stream(positions).boxed().toList());
    Collections.shuffle(order, new Random(SEED));
    Folds folds = new Folds(count);
    int[] next = new int[SCOPES];
    for (int position : order) {
      folds.parts.get(next[sample.label(position).scope()]++ % count).add(position);
    }
    return folds;
  }

  int[] in(int fold) {
    return parts.get(fold).stream().mapToInt(Integer::intValue).toArray();
  }

  int[] without(int fold) {
    return parts.stream()
        .filter(part -> part != parts.get(fold))
        .flatMap(List::stream)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
