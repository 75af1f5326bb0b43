package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found.Count;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.SearchWords;
import eu.metacluster.discovery.search.Sorting;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.lucene.search.Query;

/**
 * What can be asked of an index as it is at a moment. {@link Answer} and {@link IndexSearch} say
 * what is asked; an engine only finds and counts. Every query comes with its filter on what may be
 * seen.
 */
interface View {

  /** Whether it is known that nothing is there to be found. */
  boolean empty() throws IOException;

  /** All values of a facet, in their order. */
  List<String> values(Facet facet) throws IOException;

  /** All values of a facet among what is found, most first. */
  List<Count> values(Query query, Facet facet) throws IOException;

  /** What organisations are called, by their handles, as far as they are seen. */
  Map<String, String> names(Collection<String> handles, Sight sight) throws IOException;

  /** The best of what is found, and the counts of all. */
  Hits hits(Asked asked, Wanted wanted) throws IOException;

  /**
   * Ranked by words and by meaning, see {@link Fusion}.
   *
   * @param words what the words find
   * @param either what the words find, and these records
   * @param near the nearest by meaning, in their order
   */
  Hits fused(Asked words, Asked either, List<UUID> near, Wanted wanted) throws IOException;

  /** How many are found, and how often each value occurs, by one walk over them. */
  Census census(Query query, Wanted wanted, List<Census.Pair> pairs) throws IOException;

  long count(Query query) throws IOException;

  /** How many of those found each of these finds as well, in their order. */
  long[] counts(Query found, List<Query> each) throws IOException;

  /** The best by relevance. */
  List<Row> best(Query query, int most) throws IOException;

  /** Hands over all that is found, in this order. */
  void each(Query query, Sorting sorting, int most, Consumer<Row> taker) throws IOException;

  /** For each typed word that may be mistyped, the words that may be meant, likeliest first. */
  Map<String, List<String>> spelling(SearchWords typed) throws IOException;

  /** What the steps find, one after the other, see {@link Suggestions}. */
  List<Row> suggested(List<Suggestions.Step> steps, int most) throws IOException;

  /** Hands over where each that is found happens, see {@link Places}. */
  void where(Query query, Spots.Taker taker) throws IOException;

  /** The sum of a number over all that is found. */
  long sum(Query query, String field) throws IOException;

  /** How many of those found have at least this number. */
  long atLeast(Query query, String field, long least) throws IOException;

  /** How many documents have words in a field. */
  long having(String field) throws IOException;

  /** In how many documents each of these words occurs, in the field where it occurs more. */
  Map<String, Long> frequencies(Collection<String> words, List<String> fields) throws IOException;

  /** Reads lines of what was ranked, from this place up to that one, or fewer at the end. */
  interface Ranked {
    List<Row> rows(int from, int to) throws IOException;
  }

  /** What was ranked and what was counted. */
  record Hits(Counted counted, Ranked ranked) {
    long total() {
      return counted.total();
    }
  }
}
