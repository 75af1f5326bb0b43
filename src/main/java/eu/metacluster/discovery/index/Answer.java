package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.View.Hits;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.Found.Hint;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.Nearest;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.SearchWords;
import eu.metacluster.discovery.search.Sorting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.lucene.search.Query;

/** Finds one page with its counts, in one view of the index, whatever engine it is of. */
final class Answer {

  /** Fewer hits than this let one doubt the spelling. */
  private static final int FEW = 5;

  /** So many are asked for by meaning. */
  private static final int NEAREST = 60;

  private static final Hint LOOSELY = new Hint(true, null, 0, false);

  private static final Hint BY_MEANING = new Hint(false, null, 0, true);

  private final View view;
  private final Sight sight;
  private final GridQuery query;
  private final int size;
  private final SearchWords typed;

  Answer(View view, Sight sight, GridQuery query, int size) {
    this.view = view;
    this.sight = sight;
    this.query = query;
    this.size = size;
    this.typed = SearchWords.parse(query.words());
  }

  Found found(Nearest nearest) throws IOException {
    if (view.empty()) {
      return new Found(0, List.of(), 1, 1, Map.of(), Map.of(), Hint.NONE, false);
    }
    List<UUID> meant = near(nearest);
    if (!meant.isEmpty()) {
      return page(fused(meant), BY_MEANING);
    }
    Hits exact = hits(Map.of());
    if (query.words().isEmpty() || exact.total() >= FEW) {
      return page(exact, Hint.NONE);
    }
    Map<String, List<String>> near = view.spelling(typed);
    if (near.isEmpty()) {
      boolean loosely = exact.total() == 0 && typed.plain();
      return loosely ? loosely() : page(exact, Hint.NONE);
    }
    Hits alike = exact.total() == 0 ? hits(near) : exact;
    boolean loosened = alike.total() > exact.total();
    return page(loosened ? alike : exact, meant(near, exact.total(), loosened));
  }

  /** Of a question of which no record has all the words, what has some. */
  private Found loosely() throws IOException {
    Hits hits = view.hits(asked(WordQuery.loosely(typed)), wanted("loosely"));
    return page(hits, hits.total() == 0 ? Hint.NONE : LOOSELY);
  }

  /** The nearest by meaning, when the words are a question and rank the answer. */
  private List<UUID> near(Nearest nearest) {
    return query.sorting() == Sorting.RELEVANCE && typed.plain()
        ? nearest.of(query.words(), NEAREST)
        : List.of();
  }

  /** Ranked by words and by meaning: what both find comes first, then what one of them does. */
  private Hits fused(List<UUID> near) throws IOException {
    Asked words = asked(Map.of());
    Asked either = asked(Fusion.either(WordQuery.of(typed), near));
    return view.fused(words, either, near, wanted(near));
  }

  /** Everything that {@link #found} finds, as it understands the question. */
  Query understood(Nearest nearest) throws IOException {
    List<UUID> near = near(nearest);
    Query words = WordQuery.of(typed);
    Query all = asked(near.isEmpty() ? words : Fusion.either(words, near)).narrowed();
    if (near.isEmpty() && !query.words().isEmpty() && view.count(all) == 0) {
      Map<String, List<String>> alike = view.spelling(typed);
      return alike.isEmpty() && typed.plain()
          ? asked(WordQuery.loosely(typed)).narrowed()
          : asked(alike).narrowed();
    }
    return all;
  }

  /** Hands over all that is found. */
  void each(Nearest nearest, int most, Consumer<Row> taker) throws IOException {
    view.each(understood(nearest), query.sorting(), most, taker);
  }

  /** The first proposal for each word, when it finds more than what was typed. */
  private Hint meant(Map<String, List<String>> near, long exact, boolean loosened)
      throws IOException {
    String words = query.words();
    for (SearchWords.Part part : typed.parts().reversed()) {
      List<String> others = near.get(part.text());
      if (others != null) {
        words = SearchWords.parse(words).with(part, others.getFirst());
      }
    }
    GridQuery other = query.saying(words);
    Asked asked = Asked.of(view::values, sight, other, WordQuery.of(SearchWords.parse(words)));
    long count = view.count(asked.narrowed());
    return count > exact
        ? new Hint(loosened, words, count, false)
        : new Hint(loosened, null, 0, false);
  }

  private Asked asked(Map<String, List<String>> instead) throws IOException {
    Map<String, List<String>> all = new HashMap<>();
    instead.forEach(
        (word, others) -> {
          List<String> both = new ArrayList<>(List.of(word));
          both.addAll(others);
          all.put(word, both);
        });
    return asked(WordQuery.of(typed, all));
  }

  private Asked asked(Query words) throws IOException {
    return Asked.of(view::values, sight, query, words);
  }

  private Hits hits(Map<String, List<String>> instead) throws IOException {
    return view.hits(asked(instead), wanted(instead.keySet()));
  }

  /** The part of the answer that is shown when it is understood in this way. */
  Wanted wanted(Object how) {
    return new Wanted(sight, query, how, size);
  }

  private Found page(Hits hits, Hint hint) throws IOException {
    Counted counted = hits.counted();
    int pages = wanted(hint).pages(counted.total());
    int page = Math.min(query.page(), pages);
    List<Row> rows = hits.ranked().rows((page - 1) * size, page * size);
    return new Found(
        counted.total(), rows, page, pages, counted.counts(), counted.names(), hint, false);
  }
}
