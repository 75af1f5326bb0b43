package eu.metacluster.discovery.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
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

/** Makes a query from what a person typed: every word must be found somewhere, see the weights. */
final class WordQuery {

  private static final Analyzer WORDS = new Words();
  private static final int MOST_TOKENS = 40;
  private static final int ALL_UP_TO = 4;

  /** Words that say nothing by themselves; they count, but need not be found. */
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to",
          "with", "de", "des", "du", "et", "la", "le", "les");

  private WordQuery() {}

  static Query of(String typed) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    List<Query> wanted = new ArrayList<>();
    boolean words = false;
    int left = MOST_TOKENS;
    for (SearchWords.Part part : SearchWords.parse(typed).parts()) {
      int size = tokens(part.text());
      left -= size;
      if (size == 0 || left < 0) {
        continue;
      }
      words |= !part.excluded();
      if (part.excluded()) {
        query.add(anywhere(part), Occur.MUST_NOT);
      } else if (SMALL.contains(part.text().toLowerCase(Locale.ROOT))) {
        query.add(anywhere(part), Occur.SHOULD);
      } else {
        wanted.add(anywhere(part));
      }
    }
    must(query, wanted);
    if (!words) {
      query.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    return query.build();
  }

  /** Up to four words must all be there; of more, three in four. */
  private static void must(BooleanQuery.Builder query, List<Query> wanted) {
    if (wanted.size() <= ALL_UP_TO) {
      wanted.forEach(one -> query.add(one, Occur.MUST));
      return;
    }
    BooleanQuery.Builder most = new BooleanQuery.Builder();
    wanted.forEach(one -> most.add(one, Occur.SHOULD));
    most.setMinimumNumberShouldMatch(wanted.size() - wanted.size() / ALL_UP_TO);
    query.add(most.build(), Occur.MUST);
  }

  private static Query anywhere(SearchWords.Part part) {
    List<Query> fields = new ArrayList<>();
    for (Map.Entry<String, Float> field : IndexFields.WEIGHTS.entrySet()) {
      Query found =
          part.prefix() ? prefix(field.getKey(), part.text()) : in(field.getKey(), part.text());
      if (found != null) {
        fields.add(new BoostQuery(found, field.getValue()));
      }
    }
    Term identifier = new Term(IndexFields.IDENTIFIER, identifier(part.text()));
    fields.add(
        new BoostQuery(
            new ConstantScoreQuery(new TermQuery(identifier)), IndexFields.IDENTIFIER_WEIGHT));
    return new DisjunctionMaxQuery(fields, 0.1f);
  }

  private static @Nullable Query in(String field, String text) {
    return new QueryBuilder(WORDS).createPhraseQuery(field, text, 0);
  }

  private static Query prefix(String field, String text) {
    return new PrefixQuery(
        new Term(field, WORDS.normalize(IndexFields.NAMES, text).utf8ToString()));
  }

  /** An identifier as it is kept: lower case, without the address of a resolver. */
  private static String identifier(String typed) {
    String value = typed.toLowerCase(Locale.ROOT);
    for (String resolver : List.of("doi.org/", "ror.org/", "/project/id/")) {
      int at = value.indexOf(resolver);
      if (at >= 0) {
        return value.substring(at + resolver.length());
      }
    }
    return value;
  }

  private static int tokens(String text) {
    try (TokenStream stream = WORDS.tokenStream(IndexFields.NAMES, text)) {
      stream.reset();
      int count = 0;
      while (stream.incrementToken()) {
        count++;
      }
      stream.end();
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
