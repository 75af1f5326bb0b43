package eu.metacluster.screening.scope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * Reads texts into counts of words and pairs, and finds the sentences where certain words stand.
 */
final class ScopeWords {

  private static final int SENTENCES = 3;
  private static final int TERMS = 5;
  private static final Map<ScopeText.Part, Double> READ = read();

  private ScopeWords() {}

  /** The title counts twice; the acronym is not read. */
  private static Map<ScopeText.Part, Double> read() {
    Map<ScopeText.Part, Double> read = new LinkedHashMap<>();
    read.put(ScopeText.Part.TITLE, 2.0);
    read.put(ScopeText.Part.OBJECTIVE, 1.0);
    read.put(ScopeText.Part.KEYWORDS, 1.0);
    return read;
  }

  static Map<Integer, Double> counts(ScopeText text) {
    Map<Integer, Double> counts = new HashMap<>();
    READ.forEach((part, weight) -> count(part.of(text), weight, counts));
    return counts;
  }

  static Map<Integer, Double> counts(String text) {
    Map<Integer, Double> counts = new HashMap<>();
    count(text, 1, counts);
    return counts;
  }

  private static void count(String text, double weight, Map<Integer, Double> counts) {
    new TextScanner()
        .scan(
            text,
            (hash, start, end, sentence) -> counts.merge(Rarity.word(hash), weight, Double::sum));
  }

  /**
   * The sentences to which most is given, strongest first, at most three.
   *
   * @param share what one occurrence of a word gives; 0 when nothing
   */
  static List<Evidence> evidence(ScopeText text, IntToDoubleFunction share) {
    List<Evidence> all = new ArrayList<>();
    READ.forEach((part, weight) -> all.addAll(of(part, part.of(text), weight, share)));
    return all.stream()
        .sorted(Comparator.comparingDouble((Evidence one) -> -one.contribution()))
        .limit(SENTENCES)
        .toList();
  }

  /** A place in a sentence and what it gives. */
  private record Place(int start, int end, double share) {}

  private static List<Evidence> of(
      ScopeText.Part part, String whole, double weight, IntToDoubleFunction share) {
    Map<Integer, List<Place>> places = new LinkedHashMap<>();
    TextScanner scanner = new TextScanner();
    scanner.scan(
        whole,
        (hash, start, end, sentence) -> {
          double given = weight * share.applyAsDouble(Rarity.word(hash));
          if (given != 0) {
            places
                .computeIfAbsent(sentence, s -> new ArrayList<>())
                .add(new Place(start, end, given));
          }
        });
    List<Evidence> found = new ArrayList<>();
    places.forEach((number, words) -> add(found, part, whole, scanner.sentences(), number, words));
    return found;
  }

  private static void add(
      List<Evidence> found,
      ScopeText.Part part,
      String whole,
      SentenceSpans spans,
      int number,
      List<Place> words) {
    double sum = words.stream().mapToDouble(Place::share).sum();
    if (sum > 0) {
      int start = spans.start(number, whole);
      int end = spans.end(number, whole);
      String sentence = whole.substring(start, end);
      found.add(new Evidence(part, sentence, start, end, sum, terms(whole, words)));
    }
  }

  private static List<String> terms(String whole, List<Place> words) {
    return apart(
        words.stream()
            .filter(word -> word.share() > 0)
            .sorted(Comparator.comparingDouble((Place word) -> -word.share()))
            .map(word -> whole.substring(word.start(), word.end()))
            .toList(),
        TERMS);
  }

  /** The first of these terms; of two of which one is a part of the other, the longer. */
  static List<String> apart(List<String> terms, int most) {
    List<String> apart = new ArrayList<>();
    for (String term : terms) {
      if (apart.stream().noneMatch(one -> within(term, one))) {
        int at = apart.size();
        for (int i = apart.size() - 1; i >= 0; i--) {
          if (within(apart.get(i), term)) {
            apart.remove(i);
            at = i;
          }
        }
        apart.add(at, term);
      }
    }
    return apart.stream().limit(most).toList();
  }

  private static boolean within(String part, String whole) {
    return whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
