package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.SearchWords;
import eu.metacluster.discovery.search.SearchWords.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/** Finds the words of the index that are spelt nearly as what was typed. */
final class Spelling {

  /** Shorter words are never doubted. */
  static final int SHORTEST = 4;

  private static final int TWO_EDITS_FROM = 7;
  private static final int LONGEST = 40;
  private static final int MOST = 6;

  /** A word that occurs is only doubted when another one occurs so many times as often. */
  private static final int FAR_MORE = 20;

  private final IndexReader reader;

  Spelling(IndexReader reader) {
    this.reader = reader;
  }

  /**
   * A word of the index.
   *
   * @param likeness 1 less the part of its letters that differ
   * @param documents in how many it occurs
   */
  record Near(String word, float likeness, long documents) {}

  /** For each typed word that may be mistyped, the words that may be meant, likeliest first. */
  Map<String, List<String>> of(SearchWords typed) throws IOException {
    Map<String, List<String>> near = new LinkedHashMap<>();
    Terms terms = MultiTerms.getTerms(reader, IndexFields.SPELL);
    if (terms == null) {
      return near;
    }
    for (Map.Entry<String, String> doubted : doubted(typed).entrySet()) {
      List<String> words = near(terms, doubted.getValue());
      if (!words.isEmpty()) {
        near.put(doubted.getKey(), words);
      }
    }
    return near;
  }

  /** The typed words that may be mistyped, as the index would keep them. */
  static Map<String, String> doubted(SearchWords typed) {
    Map<String, String> doubted = new LinkedHashMap<>();
    for (Part part : typed.parts()) {
      List<String> tokens = part.mayBeMistyped() ? WordQuery.tokensOf(part.text()) : List.of();
      if (tokens.size() == 1 && !WordQuery.small(part.text())) {
        int length = length(tokens.getFirst());
        if (length >= SHORTEST && length <= LONGEST) {
          doubted.put(part.text(), tokens.getFirst());
        }
      }
    }
    return doubted;
  }

  private static int length(String word) {
    return word.codePointCount(0, word.length());
  }

  /** How many letters may differ. */
  static int edits(String word) {
    return length(word) < TWO_EDITS_FROM ? 1 : 2;
  }

  private List<String> near(Terms terms, String word) throws IOException {
    Term typed = new Term(IndexFields.SPELL, word);
    int own = reader.docFreq(typed);
    FuzzyTermsEnum each = new FuzzyTermsEnum(terms, typed, edits(word), 1, true);
    List<Near> found = new ArrayList<>();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      String other = term.utf8ToString();
      if (!other.equals(word)) {
        found.add(new Near(other, each.getBoost(), each.docFreq()));
      }
    }
    return likeliest(found, own);
  }

  /**
   * The words that may be meant, likeliest first.
   *
   * @param own in how many documents the typed word occurs
   */
  static List<String> likeliest(List<Near> found, long own) {
    return found.stream()
        .filter(near -> near.documents() > own * FAR_MORE)
        .sorted(
            Comparator.comparingDouble((Near near) -> -near.likeness())
                .thenComparingLong(near -> -near.documents())
                .thenComparing(near -> new BytesRef(near.word())))
        .limit(MOST)
        .map(Near::word)
        .toList();
  }

  /** As {@link Near#likeness}: letters left out, added, changed or swapped with the next. */
  static float likeness(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    int[][] steps = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int k = 0; k <= b.length; k++) {
        if (i == 0 || k == 0) {
          steps[i][k] = i + k;
          continue;
        }
        int changed = a[i - 1] == b[k - 1] ? 0 : 1;
        int least = Math.min(steps[i - 1][k], steps[i][k - 1]) + 1;
        least = Math.min(least, steps[i - 1][k - 1] + changed);
        if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) {
          least = Math.min(least, steps[i - 2][k - 2] + 1);
        }
        steps[i][k] = least;
      }
    }
    return 1.0f - (float) steps[a.length][b.length] / Math.min(a.length, b.length);
  }
}
