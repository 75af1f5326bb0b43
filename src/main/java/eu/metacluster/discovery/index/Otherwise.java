package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Found.Hint;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.SearchWords;
import eu.metacluster.discovery.search.SearchWords.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * How else words may be understood of which nothing has all: as begun and not finished, as run
 * together or torn apart, as mistyped, whole or half, and at last as a question of which some words
 * are enough.
 */
final class Otherwise {

  private static final int SHORTEST_BEGUN = 3;
  private static final int SHORTEST_HALF = 3;
  private static final int LONGEST_WORD = 30;
  private static final int MOST_PARTINGS = 40;

  /** Nothing is exactly so, and what comes closest is shown. */
  private static final Hint CLOSEST = Hint.NONE.closest();

  private final View view;
  private final String words;
  private final SearchWords typed;
  private final Counter counter;
  private @Nullable Map<String, List<String>> near;

  Otherwise(View view, String words, Counter counter) {
    this.view = view;
    this.words = words;
    this.typed = SearchWords.parse(words);
    this.counter = counter;
  }

  /** Says how many records some words find beside all that narrows the list. */
  interface Counter {
    long of(Query words) throws IOException;

    /** The same for several, each by itself. */
    long[] of(List<Query> words) throws IOException;

    /** The best of them. */
    List<Row> best(Query words, int most) throws IOException;
  }

  /**
   * Another way to understand it, which finds something.
   *
   * @param how tells ways apart
   */
  record Way(Query query, Object how, Hint hint) {}

  /**
   * The first way that finds more; null when none does.
   *
   * @param exact how many records are found as it is
   */
  @Nullable Way way(long exact) throws IOException {
    if (words.isBlank()) {
      return null;
    }
    Way way = begun(exact);
    if (exact > 0) {
      return way;
    }
    way = way == null ? parted() : way;
    way = way == null ? alike() : way;
    way = way == null ? thirds() : way;
    way = way == null ? half() : way;
    return way == null ? loosely() : way;
  }

  /** The last word may be unfinished. */
  private @Nullable Way begun(long exact) throws IOException {
    if (typed.parts().isEmpty() || !unfinished(typed.parts().getLast())) {
      return null;
    }
    Part last = typed.parts().getLast();
    Query query = WordQuery.of(SearchWords.parse(typed.with(last, last.text() + "*")));
    long count = counter.of(query);
    return count <= exact ? null : new Way(query, "begun", meant(count, CLOSEST));
  }

  private boolean unfinished(Part last) {
    boolean place = Lands.of(typed).filter(land -> land.said().contains(last)).isPresent();
    return !place
        && last.mayBeMistyped()
        && last.text().length() >= SHORTEST_BEGUN
        && WordQuery.tokensOf(last.text()).size() == 1
        && !WordQuery.small(last.text());
  }

  /**
   * A word parted in two, or two put together.
   *
   * @param words all words, with the new ones in their place
   * @param piece the new ones alone
   */
  private record Parting(String words, String piece) {}

  /** A word may be two, or two may be one: what is written so most often. */
  private @Nullable Way parted() throws IOException {
    String best = null;
    long most = 0;
    for (String other : written()) {
      long count = counter.of(WordQuery.of(SearchWords.parse(other)));
      if (count > most) {
        most = count;
        best = other;
      }
    }
    if (best == null) {
      return null;
    }
    String shown = best.replace("\"", "");
    Query query = WordQuery.of(SearchWords.parse(best));
    long count = counter.of(WordQuery.of(SearchWords.parse(shown)));
    return new Way(query, best, CLOSEST.saying(shown, count));
  }

  /**
   * The partings whose new words some record writes, of those the filters leave: most are nonsense.
   */
  private List<String> written() throws IOException {
    List<Parting> partings = partings();
    long[] counts =
        counter.of(
            partings.stream()
                .map(parting -> WordQuery.unnamed(SearchWords.parse(parting.piece())))
                .toList());
    return IntStream.range(0, counts.length)
        .filter(i -> counts[i] > 0)
        .mapToObj(i -> partings.get(i).words())
        .toList();
  }

  private List<Parting> partings() {
    List<Parting> partings = new ArrayList<>();
    List<Part> parts = typed.parts();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      String text = part.text();
      if (!part.mayBeMistyped() || part.field() != null || text.length() > LONGEST_WORD) {
        continue;
      }
      for (int at = SHORTEST_HALF; at <= text.length() - SHORTEST_HALF; at++) {
        if (!Character.isLowSurrogate(text.charAt(at))) {
          String two = '"' + text.substring(0, at) + ' ' + text.substring(at) + '"';
          partings.add(new Parting(typed.with(part, two), two));
        }
      }
      if (i + 1 < parts.size() && parts.get(i + 1).mayBeMistyped()) {
        Part next = parts.get(i + 1);
        String without =
            typed.typed().substring(0, part.to()) + typed.typed().substring(next.from());
        partings.add(new Parting(without, typed.raw(part) + typed.raw(next)));
      }
    }
    return partings.size() > MOST_PARTINGS ? List.of() : partings;
  }

  /** One word may be three. */
  private @Nullable Way thirds() throws IOException {
    List<Part> parts = typed.parts();
    if (parts.size() != 1 || !parts.getFirst().mayBeMistyped()) {
      return null;
    }
    Part part = parts.getFirst();
    List<String> tokens = WordQuery.tokensOf(part.text());
    if (tokens.size() != 1 || tokens.getFirst().length() > LONGEST_WORD) {
      return null;
    }
    for (String words : new ThreeWords(tokens.getFirst()).likeliest(view)) {
      String other = typed.with(part, words);
      Query query = WordQuery.of(SearchWords.parse(other));
      long count = counter.of(query);
      if (count > 0) {
        return new Way(query, other, CLOSEST.saying(other, count));
      }
    }
    return null;
  }

  /** The last word may be the beginning of an acronym with an error in it. */
  private @Nullable Way half() throws IOException {
    if (typed.parts().isEmpty() || !unfinished(typed.parts().getLast())) {
      return null;
    }
    Part last = typed.parts().getLast();
    for (String code : HalfCode.of(WordQuery.tokensOf(last.text()).getFirst(), counter::best)) {
      String other = typed.with(last, code);
      Query query = WordQuery.of(SearchWords.parse(other));
      long count = counter.of(query);
      if (count > 0) {
        return new Way(query, other, CLOSEST.saying(other, count));
      }
    }
    return null;
  }

  /** Words of the index that are spelt nearly so. */
  private @Nullable Way alike() throws IOException {
    Map<String, List<String>> near = near();
    if (near.isEmpty()) {
      return null;
    }
    Map<String, List<String>> all = new HashMap<>();
    near.forEach(
        (word, others) -> {
          List<String> both = new ArrayList<>(List.of(word));
          both.addAll(others);
          all.put(word, both);
        });
    Query query = WordQuery.of(typed, all);
    return counter.of(query) == 0 ? null : new Way(query, all.keySet(), meant(0, CLOSEST));
  }

  /** Of a question of which no record has all the words, what has some. */
  private @Nullable Way loosely() throws IOException {
    Query query = WordQuery.loosely(typed);
    return typed.plain() && counter.of(query) > 0 ? new Way(query, "loosely", CLOSEST) : null;
  }

  /**
   * A hint that also says what was probably meant: the likeliest word for each that may be
   * mistyped.
   *
   * @param exact how many records have the words as they are; what is meant must find more
   */
  Hint meant(long exact, Hint hint) throws IOException {
    String other = words;
    for (Part part : typed.parts().reversed()) {
      List<String> others = near().get(part.text());
      if (others != null) {
        other = SearchWords.parse(other).with(part, others.getFirst());
      }
    }
    long count = other.equals(words) ? 0 : counter.of(WordQuery.of(SearchWords.parse(other)));
    return count > exact ? hint.saying(other, count) : hint;
  }

  private Map<String, List<String>> near() throws IOException {
    Map<String, List<String>> known = near;
    if (known == null) {
      known = view.spelling(typed);
      near = known;
    }
    return known;
  }
}
