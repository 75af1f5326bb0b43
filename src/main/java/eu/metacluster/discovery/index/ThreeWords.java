package eu.metacluster.discovery.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Parts one word into three that the index knows, such as "precisionmedicinecancer". */
final class ThreeWords {

  private static final int SHORTEST = 3;
  private static final int MOST = 5;

  private final String text;

  ThreeWords(String text) {
    this.text = text;
  }

  private record Parting(String words, double likelihood) {}

  /** The likeliest partings, those of the most frequent words first. */
  List<String> likeliest(View view) throws IOException {
    Map<String, Long> known = view.frequencies(pieces(), List.of(IndexFields.SPELL));
    List<Parting> partings = new ArrayList<>();
    for (int one = SHORTEST; one <= text.length() - 2 * SHORTEST; one++) {
      double first = likelihood(known, text.substring(0, one));
      for (int two = one + SHORTEST; first > 0 && two <= text.length() - SHORTEST; two++) {
        String middle = text.substring(one, two);
        String last = text.substring(two);
        double all = first * likelihood(known, middle) * likelihood(known, last);
        if (all > 0) {
          partings.add(new Parting(text.substring(0, one) + ' ' + middle + ' ' + last, all));
        }
      }
    }
    return partings.stream()
        .sorted(Comparator.comparingDouble(Parting::likelihood).reversed())
        .limit(MOST)
        .map(Parting::words)
        .toList();
  }

  private static double likelihood(Map<String, Long> known, String word) {
    return known.getOrDefault(word, 0L);
  }

  private Set<String> pieces() {
    Set<String> pieces = new TreeSet<>();
    int end = text.length();
    for (int at = SHORTEST; at <= end - SHORTEST; at++) {
      pieces.add(text.substring(0, at));
      pieces.add(text.substring(at));
      for (int to = at + SHORTEST; to <= end - SHORTEST; to++) {
        pieces.add(text.substring(at, to));
      }
    }
    return pieces;
  }
}
