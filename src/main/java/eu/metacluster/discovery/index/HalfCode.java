package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Row;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;

/**
 * Finds acronyms of which the beginning was typed with an error, such as "oncosrce" for ONCOSCREEN.
 * The first half must be right: it says where to look.
 */
final class HalfCode {

  private static final int SHORTEST = 5;
  private static final int LEAST_RIGHT = 3;
  private static final int LOOKED_AT = 200;
  private static final int MOST = 4;

  private HalfCode() {}

  /** Finds records among those that may be seen. */
  interface Finder {
    List<Row> best(Query query, int most) throws IOException;
  }

  /** The acronyms that may be meant, folded, likeliest first. */
  static List<String> of(String word, Finder finder) throws IOException {
    if (word.length() < SHORTEST) {
      return List.of();
    }
    String right = word.substring(0, Math.max(LEAST_RIGHT, word.length() / 2));
    Query begins = new PrefixQuery(new Term(IndexFields.CODE, right));
    float least = 1 - 1.5f / word.length();
    return finder.best(begins, LOOKED_AT).stream()
        .map(Row::acronym)
        .filter(Objects::nonNull)
        .map(Words::together)
        .distinct()
        .filter(code -> code.length() > word.length() && likeness(word, code) >= least)
        .sorted(
            Comparator.comparingDouble((String code) -> -likeness(word, code))
                .thenComparing(String::length)
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /** How like the word is to the beginning of the code, where a letter may be missing or more. */
  private static float likeness(String word, String code) {
    float most = 0;
    for (int length = word.length() - 1; length <= word.length() + 1; length++) {
      if (length <= code.length()) {
        most = Math.max(most, Spelling.likeness(word, code.substring(0, length)));
      }
    }
    return most;
  }
}
