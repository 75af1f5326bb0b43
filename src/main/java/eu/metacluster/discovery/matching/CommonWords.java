package eu.metacluster.discovery.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names the terms that two texts have in common, as one of them writes them. */
final class CommonWords {

  private static final int NAMED = 4;

  private CommonWords() {}

  /**
   * The terms that make two texts alike, strongest first; a word that stands in a named pair is not
   * named again.
   */
  static List<String> of(Weighted one, Weighted other, Vocabulary vocabulary, Piece written) {
    Map<Integer, Float> theirs = new HashMap<>();
    for (int i = 0; i < other.terms().length; i++) {
      theirs.put(other.terms()[i], other.weights()[i]);
    }
    Map<String, Double> shared = new HashMap<>();
    for (int i = 0; i < one.terms().length; i++) {
      Float weight = theirs.get(one.terms()[i]);
      if (weight != null) {
        String term = vocabulary.term(one.terms()[i]);
        double pair = Terms.pair(term) ? 1.5 : 1;
        shared.put(term, pair * weight * one.weights()[i]);
      }
    }
    List<String> strongest =
        shared.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .collect(Collectors.toList());
    Map<String, String> forms = Terms.forms(written);
    return named(strongest).stream().map(term -> forms.getOrDefault(term, term)).toList();
  }

  private static List<String> named(List<String> strongest) {
    List<String> named = new ArrayList<>();
    for (String term : strongest) {
      boolean said =
          named.stream().anyMatch(known -> (' ' + known + ' ').contains(' ' + term + ' '));
      boolean overlaps =
          Terms.pair(term)
              && named.stream()
                  .anyMatch(
                      known ->
                          (' ' + known + ' ')
                              .contains(' ' + term.substring(0, term.indexOf(' ')) + ' '));
      if (!said && !overlaps) {
        named.add(term);
      }
      if (named.size() == NAMED) {
        break;
      }
    }
    return named;
  }
}
