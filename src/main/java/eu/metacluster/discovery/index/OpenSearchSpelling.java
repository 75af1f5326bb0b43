package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.Spelling.Near;
import eu.metacluster.discovery.search.SearchWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import tools.jackson.databind.JsonNode;

/** {@link Spelling}, asked of a server: all words at once. */
final class OpenSearchSpelling {

  private static final int LOOKED_AT = 200;

  private final OpenSearchView view;

  OpenSearchSpelling(OpenSearchView view) {
    this.view = view;
  }

  Map<String, List<String>> of(SearchWords typed) throws IOException {
    Map<String, String> doubted = Spelling.doubted(typed);
    if (doubted.isEmpty()) {
      return Map.of();
    }
    JsonNode answer = view.search(search(doubted.values()));
    Map<String, List<String>> near = new LinkedHashMap<>();
    doubted.forEach(
        (text, word) -> {
          List<String> words = read(answer, word);
          if (!words.isEmpty()) {
            near.put(text, words);
          }
        });
    return near;
  }

  private static Map<String, Object> search(Collection<String> words) {
    Map<String, Object> proposals = new LinkedHashMap<>();
    Map<String, Object> own = new LinkedHashMap<>();
    for (String word : words) {
      proposals.put(word, Map.of("text", word, "term", near(word)));
      own.put(word, OpenSearchQuery.of(new TermQuery(new Term(IndexFields.SPELL, word))));
    }
    Map<String, Object> counts = Map.of("own", Map.of("filters", Map.of("filters", own)));
    return Map.of("size", 0, "suggest", proposals, "aggs", counts);
  }

  private static Map<String, Object> near(String word) {
    return Map.ofEntries(
        Map.entry("field", IndexFields.SPELL),
        Map.entry("analyzer", OpenSearchShape.GIVEN),
        Map.entry("suggest_mode", "always"),
        Map.entry("max_edits", Spelling.edits(word)),
        Map.entry("prefix_length", 1),
        Map.entry("min_word_length", Spelling.SHORTEST),
        Map.entry("max_term_freq", Integer.MAX_VALUE),
        Map.entry("accuracy", 0.01),
        Map.entry("size", LOOKED_AT));
  }

  private static List<String> read(JsonNode answer, String word) {
    long own =
        answer
            .path("aggregations")
            .path("own")
            .path("buckets")
            .path(word)
            .path("doc_count")
            .asLong(0);
    List<Near> found = new ArrayList<>();
    for (JsonNode option : answer.path("suggest").path(word).path(0).path("options")) {
      String other = option.path("text").asString();
      found.add(new Near(other, Spelling.likeness(word, other), option.path("freq").asLong()));
    }
    return Spelling.likeliest(found, own);
  }
}
