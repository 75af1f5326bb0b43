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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Finds one page with its counts, in one view of the index, whatever engine it is of. */
final class Answer {

  /** Fewer hits than this let one doubt the spelling. */
  private static final int FEW = 5;

  /** So many are asked for by meaning. */
  private static final int NEAREST = 60;

  private static final Hint BY_MEANING = new Hint(false, null, 0, true, null, false);

  private final View view;
  private final Sight sight;
  private final GridQuery query;
  private final int size;
  private final SearchWords typed;
  private final Otherwise otherwise;

  Answer(View view, Sight sight, GridQuery query, int size) {
    this.view = view;
    this.sight = sight;
    this.query = query;
    this.size = size;
    this.typed = SearchWords.parse(query.words());
    this.otherwise = new Otherwise(view, query.words(), new Counts());
  }

  Found found(Nearest nearest) throws IOException {
    if (view.empty()) {
      return new Found(0, List.of(), 1, 1, Map.of(), Map.of(), Hint.NONE, false);
    }
    List<UUID> meant = near(nearest);
    if (!meant.isEmpty()) {
      Hits fused = fused(meant);
      if (fused.total() > 0) {
        return page(fused, placed(byMeaning(fused.total())));
      }
    }
    Query words = WordQuery.of(typed);
    Hits exact = view.hits(asked(words), wanted("exactly"));
    if (!query.words().isBlank() && WordQuery.nothing(typed)) {
      return page(exact, Hint.NONE.everything());
    }
    if (query.words().isEmpty() || exact.total() >= FEW) {
      return page(exact, placed(Hint.NONE));
    }
    Otherwise.Way way = otherwise(exact.total());
    return way == null
        ? page(exact, placed(otherwise.meant(exact.total(), Hint.NONE)))
        : page(view.hits(asked(way.query()), wanted(way.how())), placed(way.hint()));
  }

  /** What was probably meant is said when few have the words, however many are near. */
  private Hint byMeaning(long found) throws IOException {
    long exact = found < NEAREST + FEW ? count(WordQuery.of(typed)) : FEW;
    return exact < FEW ? otherwise.meant(exact, BY_MEANING) : BY_MEANING;
  }

  /** Another way to understand it when nothing has the words, unless something is called so. */
  private Otherwise.@Nullable Way otherwise(long exact) throws IOException {
    boolean words = exact >= FEW || (exact > 0 && count(WordQuery.unnamed(typed)) > 0);
    return words ? null : otherwise.way(exact);
  }

  private Hint placed(Hint hint) {
    return hint.in(Lands.of(typed).map(Lands.Land::iso).orElse(null));
  }

  /** Counts words beside all that narrows the list. */
  private final class Counts implements Otherwise.Counter {
    @Override
    public long of(Query words) throws IOException {
      return count(words);
    }

    @Override
    public long[] of(List<Query> words) throws IOException {
      return view.counts(asked(new MatchAllDocsQuery()).narrowed(), words);
    }

    @Override
    public List<Row> best(Query words, int most) throws IOException {
      return view.best(asked(words).narrowed(), most);
    }
  }

  private long count(Query words) throws IOException {
    return view.count(asked(words).narrowed());
  }

  /** The nearest by meaning, when the words are a question and rank the answer. */
  private List<UUID> near(Nearest nearest) {
    return query.sorting() == Sorting.RELEVANCE && typed.plain()
        ? nearest.of(query.words(), NEAREST)
        : List.of();
  }

  /** Ranked by words and by meaning: what both find comes first, then what one of them does. */
  private Hits fused(List<UUID> near) throws IOException {
    Asked words = asked(WordQuery.of(typed));
    Asked either = asked(either(near));
    return view.fused(words, either, near, wanted(near));
  }

  /** What the words find, and these records, as far as they are where the question asks for. */
  private Query either(List<UUID> near) {
    Query either = Fusion.either(WordQuery.of(typed), near);
    return Lands.of(typed)
        .<Query>map(
            land ->
                new BooleanQuery.Builder()
                    .add(either, Occur.MUST)
                    .add(land.query(), Occur.FILTER)
                    .build())
        .orElse(either);
  }

  /** Everything that {@link #found} finds, as it understands the question. */
  Query understood(Nearest nearest) throws IOException {
    List<UUID> near = near(nearest);
    if (!near.isEmpty()) {
      Query all = asked(either(near)).narrowed();
      if (view.count(all) > 0) {
        return all;
      }
    }
    Query all = asked(WordQuery.of(typed)).narrowed();
    long exact = query.words().isEmpty() ? FEW : view.count(all);
    Otherwise.Way way = otherwise(exact);
    return way == null ? all : asked(way.query()).narrowed();
  }

  /** Hands over all that is found. */
  void each(Nearest nearest, int most, Consumer<Row> taker) throws IOException {
    view.each(understood(nearest), query.sorting(), most, taker);
  }

  private Asked asked(Query words) throws IOException {
    return Asked.of(view::values, sight, query, words);
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
