package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;

/**
 * What somebody may be about to type: first by acronym, code or number, then by the beginning of a
 * name, then by words in names and titles of which the last may be unfinished. However many there
 * are, only so many are looked at.
 */
final class Suggestions {

  private static final int LOOKED_AT = 20_000;
  private static final int SHORTEST_WORD = 3;
  private static final int MOST_WORDS = 8;

  /** Organisations in most projects, then what started last. */
  private static final Sort WEIGHT =
      new Sort(
          new SortField(IndexFields.PROJECTS, SortField.Type.LONG, true, -1L),
          new SortField(IndexFields.START, SortField.Type.LONG, true, Long.MIN_VALUE));

  private final FacetSearcher searcher;
  private final int most;
  private final Set<Integer> found = new LinkedHashSet<>();

  Suggestions(FacetSearcher searcher, int most) {
    this.searcher = searcher;
    this.most = most;
  }

  List<Row> of(String typed) throws IOException {
    String whole = Words.whole(typed);
    if (!whole.isBlank()) {
      add(new TermQuery(new Term(IndexFields.CODE, whole)), most);
      add(new PrefixQuery(new Term(IndexFields.CODE, whole)), most);
      if (whole.length() > SHORTEST_WORD && whole.chars().anyMatch(Character::isDigit)) {
        String number = FieldQuery.identifier(typed.strip());
        add(new PrefixQuery(new Term(IndexFields.IDENTIFIER, number)), most);
      }
      add(new PrefixQuery(new Term(IndexFields.NAME, whole)), most / 2 + 1);
      List<String> words = WordQuery.tokensOf(typed);
      if (!words.isEmpty()
          && words.size() <= MOST_WORDS
          && words.getLast().length() >= SHORTEST_WORD) {
        add(words(words), most);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int document : found) {
      rows.add(Answer.row(searcher, document));
    }
    return rows;
  }

  private static Query words(List<String> words) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      BooleanQuery.Builder one = new BooleanQuery.Builder();
      for (String field : List.of(IndexFields.TITLE, IndexFields.NAMES, IndexFields.ACRONYM)) {
        Term term = new Term(field, words.get(i));
        boolean last = i == words.size() - 1;
        one.add(last ? new PrefixQuery(term) : new TermQuery(term), Occur.SHOULD);
      }
      all.add(one.build(), Occur.FILTER);
    }
    return all.build();
  }

  /** Adds the best of those found, while there are fewer than so many. */
  private void add(Query query, int upTo) throws IOException {
    if (found.size() >= upTo) {
      return;
    }
    Query visible =
        new ConstantScoreQuery(
            new BooleanQuery.Builder()
                .add(IndexFields.PUBLIC, Occur.FILTER)
                .add(query, Occur.FILTER)
                .build());
    TopFieldCollector best =
        new TopFieldCollectorManager(WEIGHT, most, Integer.MAX_VALUE).newCollector();
    searcher.search(visible, new Some(best));
    for (ScoreDoc hit : best.topDocs().scoreDocs) {
      if (found.size() < upTo) {
        found.add(hit.doc);
      }
    }
  }

  /** Looks at the first so many. */
  private static final class Some implements Collector {
    private final TopFieldCollector best;
    private int left = LOOKED_AT;

    Some(TopFieldCollector best) {
      this.best = best;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      return new FilterLeafCollector(best.getLeafCollector(leaf)) {
        @Override
        public void collect(int document) throws IOException {
          if (left-- <= 0) {
            throw new CollectionTerminatedException();
          }
          super.collect(document);
        }
      };
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
