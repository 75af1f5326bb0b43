package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.SearchField;
import eu.metacluster.discovery.search.SearchWords;
import eu.metacluster.discovery.search.SearchWords.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
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

  /** What is called so, or numbered so that what was typed is the beginning of it. */
  private static final float BEGINS_WEIGHT = 200f;

  private static final int LONG_ENOUGH = 8;
  private static final int DIGITS = 4;
  private static final Pattern CODE = Pattern.compile("(?=.*\\d)[\\p{L}\\d]+([-.][\\p{L}\\d]+)+");

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

  /** What was typed, word by word, without what is only called or numbered so. */
  static Query unnamed(SearchWords typed) {
    return new WordQuery(Map.of(), false).words(typed);
  }

  /** What was typed, word by word. */
  static Query of(SearchWords typed) {
    return new WordQuery(Map.of(), false).query(typed);
  }

  /** As {@link #of(SearchWords)}, with others in the place of words that are nowhere. */
  static Query of(SearchWords typed, Map<String, List<String>> instead) {
    return new WordQuery(instead, false).query(typed);
  }

  /** Whether nothing of it can be looked for, so that everything is found. */
  static boolean nothing(SearchWords typed) {
    int left = MOST_TOKENS;
    for (Part part : typed.parts()) {
      int size = tokens(part.text());
      left -= size;
      if (size > 0 && left >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word says something by itself. */
  static boolean small(String word) {
    return SMALL.contains(word.toLowerCase(Locale.ROOT));
  }

  /** What a part says, wherever it stands: what is said again is looked for once. */
  private record Said(
      String text, @Nullable SearchField field, boolean phrase, boolean excluded, boolean prefix) {

    static Said of(Part part) {
      return new Said(part.text(), part.field(), part.phrase(), part.excluded(), part.prefix());
    }
  }

  private Query query(SearchWords typed) {
    boolean named = typed.parts().stream().anyMatch(part -> !part.excluded());
    return named ? orExactly(typed, words(typed)) : words(typed);
  }

  private Query words(SearchWords typed) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    List<Query> wanted = new ArrayList<>();
    boolean words = false;
    int left = MOST_TOKENS;
    Set<Said> said = new HashSet<>();
    for (Part part : saying(typed)) {
      if (!said.add(Said.of(part))) {
        continue;
      }
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
    Lands.of(typed).ifPresent(land -> query.add(land.query(), Occur.FILTER));
    if (!words) {
      query.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    return query.build();
  }

  /** The parts that say what is looked for: of a question, what does not only ask. */
  private List<Part> saying(SearchWords typed) {
    if (!typed.plain()) {
      return typed.parts();
    }
    List<Part> where = Lands.of(typed).map(Lands.Land::said).orElse(List.of());
    List<Part> saying =
        typed.parts().stream()
            .filter(part -> !where.contains(part) && !Lands.asks(part.text()))
            .toList();
    boolean some = saying.stream().anyMatch(part -> !small(part.text()));
    return some || !where.isEmpty() ? saying : typed.parts();
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
    BooleanQuery.Builder any =
        new BooleanQuery.Builder()
            .add(words, Occur.SHOULD)
            .add(exactly(IndexFields.CODE, whole), Occur.SHOULD)
            .add(exactly(IndexFields.NAME, whole), Occur.SHOULD)
            .setMinimumNumberShouldMatch(1);
    List<BytesRef> names = KnownAs.of(whole).stream().map(BytesRef::new).toList();
    if (!names.isEmpty()) {
      Query known = new ConstantScoreQuery(new TermInSetQuery(IndexFields.NAME, names));
      any.add(new BoostQuery(known, KnownAs.WEIGHT), Occur.SHOULD);
    }
    String together = Words.together(typed.typed());
    if (!together.isEmpty() && !together.equals(whole)) {
      any.add(exactly(IndexFields.CODE, together), Occur.SHOULD);
    }
    if (typed.parts().size() > 1) {
      numbers(any, typed);
      if (whole.length() >= LONG_ENOUGH) {
        any.add(begins(IndexFields.NAME, whole), Occur.SHOULD);
      }
    } else if (whole.length() >= LONG_ENOUGH && CODE.matcher(whole).matches()) {
      any.add(begins(IndexFields.CODE, whole), Occur.SHOULD);
      any.add(begins(IndexFields.IDENTIFIER, whole + "-"), Occur.SHOULD);
    }
    return any.build();
  }

  /** A number is found whatever is written beside it, as in "grant agreement No 101096309". */
  private static void numbers(BooleanQuery.Builder any, SearchWords typed) {
    for (Part part : typed.parts()) {
      String number = FieldQuery.identifier(part.text());
      if (number.chars().filter(Character::isDigit).count() >= DIGITS
          && number.length() >= LONG_ENOUGH) {
        any.add(exactly(IndexFields.IDENTIFIER, number), Occur.SHOULD);
      }
    }
  }

  private static Query begins(String field, String beginning) {
    Query begins = new PrefixQuery(new Term(field, beginning));
    return new BoostQuery(new ConstantScoreQuery(begins), BEGINS_WEIGHT);
  }

  private static Query exactly(String field, String whole) {
    return new BoostQuery(
        new ConstantScoreQuery(new TermQuery(new Term(field, whole))), IndexFields.EXACT_WEIGHT);
  }

  private Query one(Part part) {
    return part.field() == null ? anywhere(part) : FieldQuery.of(part, instead);
  }

  private Query anywhere(Part part) {
    List<Query> fields = new ArrayList<>();
    List<String> written = written(part, instead);
    for (Map.Entry<String, Float> field : IndexFields.WEIGHTS.entrySet()) {
      for (String text : written) {
        Query found = part.prefix() ? prefix(field.getKey(), text) : in(field.getKey(), text);
        if (found != null) {
          fields.add(new BoostQuery(found, field.getValue()));
        }
      }
    }
    fields.add(exactly(IndexFields.IDENTIFIER, FieldQuery.identifier(part.text())));
    return new DisjunctionMaxQuery(fields, 0.1f);
  }

  /** The ways in which a part may stand in a text. */
  static List<String> written(Part part, Map<String, List<String>> instead) {
    List<String> others = instead.get(part.text());
    if (others != null) {
      return others;
    }
    List<String> written = new ArrayList<>(List.of(part.text()));
    if (!part.prefix()) {
      written.addAll(OtherSpellings.of(part.text()));
    }
    return written;
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
