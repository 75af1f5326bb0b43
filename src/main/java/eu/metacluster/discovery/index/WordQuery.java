package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.SearchWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes a query from what a person typed: every word must be found somewhere, see the weights. What
 * is called or numbered exactly so comes first.
 */
final class WordQuery {

  private static final Analyzer WORDS = new Words();
  private static final int MOST_TOKENS = 40;
  private static final int ALL_UP_TO = 4;

  /** Words that say nothing by themselves; they count, but need not be found. */
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "and", "any", "are", "as", "at", "be", "by", "can", "do", "does", "for",
          "from", "has", "have", "how", "in", "is", "it", "of", "on", "or", "that", "the", "there",
          "to", "what", "where", "which", "who", "whom", "with", "de", "des", "du", "en", "est",
          "et", "la", "le", "les", "où", "qui", "quels", "quelles", "sont", "sur", "un", "une");

  /** Other words that may stand for one that is nowhere, by that word. */
  private final Map<String, List<String>> instead;

  /** Whether some of the words are enough. */
  private final boolean loosely;

  private WordQuery(Map<String, List<String>> instead, boolean loosely) {
    this.instead = instead;
    this.loosely = loosely;
  }

  /** What has one in three of the words. */
  static Query loosely(SearchWords typed) {
    return new WordQuery(Map.of(), true).query(typed);
  }

  /** What was typed, word by word. */
  static Query of(SearchWords typed) {
    return new WordQuery(Map.of(), false).query(typed);
  }

  /** As {@link #of(SearchWords)}, with others in the place of words that are nowhere. */
  static Query of(SearchWords typed, Map<String, List<String>> instead) {
    return new WordQuery(instead, false).query(typed);
  }

  /** Whether a word says something by itself. */
  static boolean small(String word) {
    return SMALL.contains(word.toLowerCase(Locale.ROOT));
  }

  private Query query(SearchWords typed) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    List<Query> wanted = new ArrayList<>();
    boolean words = false;
    int left = MOST_TOKENS;
    for (SearchWords.Part part : typed.parts()) {
      int size = tokens(part.text());
      left -= size;
      if (size == 0 || left < 0) {
        continue;
      }
      words |= !part.excluded();
      if (part.excluded()) {
        query.add(one(part), Occur.MUST_NOT);
      } else if (part.field() == null && !part.phrase() && small(part.text())) {
        query.add(one(part), Occur.SHOULD);
      } else if (part.field() != null) {
        query.add(one(part), Occur.MUST);
      } else {
        wanted.add(one(part));
      }
    }
    must(query, wanted);
    if (!words) {
      query.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    return words ? orExactly(typed, query.build()) : query.build();
  }

  /** Up to four words must all be there; of more, three in four. */
  private void must(BooleanQuery.Builder query, List<Query> wanted) {
    if (wanted.size() <= ALL_UP_TO && !loosely) {
      wanted.forEach(one -> query.add(one, Occur.MUST));
      return;
    }
    BooleanQuery.Builder most = new BooleanQuery.Builder();
    wanted.forEach(one -> most.add(one, Occur.SHOULD));
    int size = wanted.size();
    most.setMinimumNumberShouldMatch(loosely ? (size + 2) / 3 : size - size / ALL_UP_TO);
    query.add(most.build(), Occur.MUST);
  }

  /** Whatever has all that was typed as its name, code or number is found, and found first. */
  private static Query orExactly(SearchWords typed, Query words) {
    if (typed.parts().stream().anyMatch(part -> part.excluded() || part.field() != null)) {
      return words;
    }
    String whole = Words.whole(typed.typed());
    return new BooleanQuery.Builder()
        .add(words, Occur.SHOULD)
        .add(exactly(IndexFields.CODE, whole), Occur.SHOULD)
        .add(exactly(IndexFields.NAME, whole), Occur.SHOULD)
        .setMinimumNumberShouldMatch(1)
        .build();
  }

  private static Query exactly(String field, String whole) {
    return new BoostQuery(
        new ConstantScoreQuery(new TermQuery(new Term(field, whole))), IndexFields.EXACT_WEIGHT);
  }

  private Query one(SearchWords.Part part) {
    return part.field() == null ? anywhere(part) : FieldQuery.of(part, instead);
  }

  private Query anywhere(SearchWords.Part part) {
    List<Query> fields = new ArrayList<>();
    for (Map.Entry<String, Float> field : IndexFields.WEIGHTS.entrySet()) {
      for (String text : instead.getOrDefault(part.text(), List.of(part.text()))) {
        Query found = part.prefix() ? prefix(field.getKey(), text) : in(field.getKey(), text);
        if (found != null) {
          fields.add(new BoostQuery(found, field.getValue()));
        }
      }
    }
    fields.add(exactly(IndexFields.IDENTIFIER, FieldQuery.identifier(part.text())));
    return new DisjunctionMaxQuery(fields, 0.1f);
  }

  static @Nullable Query in(String field, String text) {
    return new QueryBuilder(WORDS).createPhraseQuery(field, text, 0);
  }

  static Query prefix(String field, String text) {
    return new PrefixQuery(new Term(field, Words.whole(text)));
  }

  private static int tokens(String text) {
    return tokensOf(text).size();
  }

  /** The words of a text as names keep them: folded, not stemmed. */
  static List<String> tokensOf(String text) {
    try (TokenStream stream = WORDS.tokenStream(IndexFields.NAMES, text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      List<String> tokens = new ArrayList<>();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
      return tokens;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
