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

  private static final int SHORTEST = 4;
  private static final int TWO_EDITS_FROM = 7;
  private static final int LONGEST = 40;
  private static final int MOST = 6;

  /** A word that occurs is only doubted when another one occurs so many times as often. */
  private static final int FAR_MORE = 20;

  private final IndexReader reader;

  Spelling(IndexReader reader) {
    this.reader = reader;
  }

  private record Near(String word, float likeness, int documents) {}

  /** For each typed word that may be mistyped, the words that may be meant, likeliest first. */
  Map<String, List<String>> of(SearchWords typed) throws IOException {
    Map<String, List<String>> near = new LinkedHashMap<>();
    Terms terms = MultiTerms.getTerms(reader, IndexFields.SPELL);
    for (Part part : typed.parts()) {
      List<String> tokens = part.mayBeMistyped() ? WordQuery.tokensOf(part.text()) : List.of();
      if (terms != null && tokens.size() == 1 && !WordQuery.small(part.text())) {
        List<String> words = near(terms, tokens.getFirst());
        if (!words.isEmpty()) {
          near.put(part.text(), words);
        }
      }
    }
    return near;
  }

  private List<String> near(Terms terms, String word) throws IOException {
    int length = word.codePointCount(0, word.length());
    if (length < SHORTEST || length > LONGEST) {
      return List.of();
    }
    int edits = length < TWO_EDITS_FROM ? 1 : 2;
    int own = reader.docFreq(new Term(IndexFields.SPELL, word));
    FuzzyTermsEnum each =
        new FuzzyTermsEnum(terms, new Term(IndexFields.SPELL, word), edits, 1, true);
    List<Near> found = new ArrayList<>();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      String other = term.utf8ToString();
      if (!other.equals(word) && each.docFreq() > own * FAR_MORE) {
        found.add(new Near(other, each.getBoost(), each.docFreq()));
      }
    }
    return found.stream()
        .sorted(
            Comparator.comparingDouble((Near near) -> -near.likeness())
                .thenComparingInt(near -> -near.documents()))
        .limit(MOST)
        .map(Near::word)
        .toList();
  }
}
