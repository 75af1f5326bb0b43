package eu.metacluster.discovery.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody may be about to type: first by acronym, code or number, then by the beginning of a
 * name, then by words in names and titles of which the last may be unfinished. However many there
 * are, only so many are looked at.
 */
final class Suggestions {

  /** So many of what a step finds are looked at. */
  static final int LOOKED_AT = 20_000;

  private static final int SHORTEST_WORD = 3;
  private static final int MOST_WORDS = 8;

  /** Organisations in most projects, then what started last, then by title. */
  static final Sort WEIGHT =
      new Sort(
          new SortField(IndexFields.PROJECTS, SortField.Type.LONG, true, -1L),
          new SortField(IndexFields.START, SortField.Type.LONG, true, Long.MIN_VALUE),
          Orders.title());

  private Suggestions() {}

  /**
   * One way to find something, taken while fewer than so many are found.
   *
   * @param upTo how many there may be afterwards
   */
  record Step(Query query, int upTo) {}

  /** The steps for what was typed, the surest first. */
  static List<Step> of(String typed, int most) {
    String whole = Words.whole(typed);
    List<Step> steps = new ArrayList<>();
    if (whole.isBlank()) {
      return steps;
    }
    add(steps, new TermQuery(new Term(IndexFields.CODE, whole)), most);
    add(steps, new PrefixQuery(new Term(IndexFields.CODE, whole)), most);
    String together = Words.together(typed);
    if (together.length() >= SHORTEST_WORD && !together.equals(whole)) {
      add(steps, new PrefixQuery(new Term(IndexFields.CODE, together)), most);
    }
    if (whole.length() > SHORTEST_WORD && whole.chars().anyMatch(Character::isDigit)) {
      String number = FieldQuery.identifier(typed.strip());
      add(steps, new PrefixQuery(new Term(IndexFields.IDENTIFIER, number)), most);
    }
    add(steps, new PrefixQuery(new Term(IndexFields.NAME, whole)), most / 2 + 1);
    List<String> words = WordQuery.tokensOf(typed);
    if (!words.isEmpty()
        && words.size() <= MOST_WORDS
        && words.getLast().length() >= SHORTEST_WORD) {
      add(steps, words(words), most);
    }
    return steps;
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

  private static void add(List<Step> steps, Query query, int upTo) {
    Query visible =
        new ConstantScoreQuery(
            new BooleanQuery.Builder()
                .add(IndexFields.PUBLIC, Occur.FILTER)
                .add(query, Occur.FILTER)
                .build());
    steps.add(new Step(visible, upTo));
  }
}
