package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The shape of the index on a server: the fields of {@link IndexFields} and the analysis of {@link
 * Words}, said in its words. It has one shard, because counts and weights over several are not
 * exact, and keeps of the documents themselves only what is read back.
 */
final class OpenSearchShape {

  /** Cuts nothing but what comes cut already, see {@link OpenSearchQuery}. */
  static final String GIVEN = "given";

  /** Stands between words in the same place. */
  static final String SAME_PLACE = "|";

  /** The place in the journal, kept in a document of its own that nobody finds. */
  static final String POSITION = "position";

  private static final Map<String, Object> COLUMN = Map.of("type", "keyword", "index", false);

  /** Fields whose values are looked for as a whole. */
  private static final List<String> WHOLES =
      List.of(
          IndexFields.ID,
          IndexFields.STATE,
          IndexFields.WITHHELD.field(),
          IndexFields.HANDLE,
          IndexFields.IDENTIFIER,
          IndexFields.NAME,
          IndexFields.CODE,
          IndexFields.CALL,
          IndexFields.PROGRAMME,
          FacetFilter.FIELD);

  private static final List<String> NUMBERS =
      List.of(
          IndexFields.START,
          IndexFields.CONTRIBUTION,
          IndexFields.PROJECTS,
          IndexFields.PUBLISHED,
          IndexFields.CHECKED);

  private static final String NAMES = "names";
  private static final String PROSE = "prose";
  private static final int DEEPEST = Wanted.DEEPEST + 10_000;

  private OpenSearchShape() {}

  /** The field by which a facet is counted. */
  static String counted(Facet facet) {
    return "facet_" + facet.word();
  }

  /**
   * @param meta what the index says of itself
   */
  static Map<String, Object> of(Map<String, Object> meta) {
    return Map.of("settings", settings(), "mappings", mappings(meta));
  }

  private static Map<String, Object> settings() {
    Map<String, Object> similarity = Map.of("type", "BM25", "k1", 1.2, "b", 0.5);
    return Map.of(
        "number_of_shards",
        1,
        "auto_expand_replicas",
        "0-1",
        "refresh_interval",
        "-1",
        "max_result_window",
        DEEPEST,
        "merge",
        Map.of("policy", Map.of("expunge_deletes_allowed", 0)),
        "similarity",
        Map.of("default", similarity),
        "analysis",
        analysis());
  }

  private static Map<String, Object> analysis() {
    Map<String, Object> filters =
        Map.of(
            "possessive", Map.of("type", "stemmer", "language", "possessive_english"),
            "lower", Map.of("type", "lowercase", "language", "greek"),
            "places",
                Map.of(
                    "type",
                    "pattern_capture",
                    "preserve_original",
                    false,
                    "patterns",
                    List.of("([^|]+)")));
    List<String> names = List.of("possessive", "lower", "asciifolding");
    List<String> prose =
        List.of(
            "possessive",
            "lower",
            "asciifolding",
            "keyword_repeat",
            "porter_stem",
            "remove_duplicates");
    return Map.of(
        "filter",
        filters,
        "analyzer",
        Map.of(
            NAMES, Map.of("type", "custom", "tokenizer", "standard", "filter", names),
            PROSE, Map.of("type", "custom", "tokenizer", "standard", "filter", prose),
            GIVEN,
                Map.of("type", "custom", "tokenizer", "whitespace", "filter", List.of("places"))));
  }

  private static Map<String, Object> mappings(Map<String, Object> meta) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String field : IndexFields.WEIGHTS.keySet()) {
      fields.put(field, text(IndexFields.PROSE.contains(field) ? PROSE : NAMES));
    }
    fields.put(IndexFields.FUNDER, text(NAMES));
    fields.put(IndexFields.SPELL, words(NAMES));
    WHOLES.forEach(whole -> fields.put(whole, words("keyword")));
    columns(fields);
    fields.put(IndexFields.FROM, Map.of("type", "long", "doc_values", false));
    fields.put(IndexFields.TO, Map.of("type", "long", "doc_values", false));
    fields.put(IndexFields.WHERE, Map.of("type", "binary", "doc_values", true));
    for (String kept : List.of(IndexFields.ROW, IndexFields.TRACE, POSITION)) {
      fields.put(kept, Map.of("type", "object", "enabled", false));
    }
    List<String> read = List.of(IndexFields.ROW, IndexFields.TRACE, IndexFields.WHERE, POSITION);
    return Map.of(
        "dynamic",
        "strict",
        "_source",
        Map.of("includes", read),
        "_meta",
        meta,
        "properties",
        fields);
  }

  /** What is counted, summed up and put in order. */
  private static void columns(Map<String, Object> fields) {
    for (Facet facet : Facet.values()) {
      fields.put(counted(facet), COLUMN);
    }
    fields.put(IndexFields.TITLE_ORDER, COLUMN);
    NUMBERS.forEach(number -> fields.put(number, Map.of("type", "long")));
  }

  private static Map<String, Object> text(String analyzer) {
    return Map.of("type", "text", "analyzer", analyzer);
  }

  /** Which words occur, without where and how often. */
  private static Map<String, Object> words(String analyzer) {
    return Map.of("type", "text", "analyzer", analyzer, "index_options", "docs", "norms", false);
  }
}
