package eu.metacluster.screening.scope;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The lexicon: which words and pairs speak of which concept (a tissue, cancer as such, a
 * technology). A concept is a feature like any word, with a weight fitted from labels; it lets a
 * rare word count for what its kin have taught.
 */
final class Concepts {

  static final String TISSUE = "tissue:";
  private static final int[] NONE = {};

  private final List<String> names;
  private final long[] hashes;
  private final int[][] of;
  private final HashIndex index;
  private final int tissues;

  Concepts(List<String> names, long[] hashes, int[][] of) {
    this.names = List.copyOf(names);
    this.hashes = hashes;
    this.of = of;
    this.index = HashIndex.of(hashes);
    this.tissues = (int) names.stream().filter(name -> name.startsWith(TISSUE)).count();
  }

  /**
   * Reads lines of name, tab, comma-separated phrases of one or two words; lines that start with #
   * are notes.
   */
  static Concepts read(InputStream in) throws IOException {
    List<String> names = new ArrayList<>();
    TreeMap<Long, List<Integer>> members = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        int tab = line.indexOf('\t');
        if (tab > 0 && line.charAt(0) != '#') {
          addPhrases(line.substring(tab + 1), names.size(), members);
          names.add(line.substring(0, tab));
        }
      }
    }
    long[] hashes = members.keySet().stream().mapToLong(Long::longValue).toArray();
    int[][] of = members.values().stream().map(Concepts::distinct).toArray(int[][]::new);
    return new Concepts(names, hashes, of);
  }

  int size() {
    return names.size();
  }

  /** How many of the concepts are tissues; they come first. */
  int tissues() {
    return tissues;
  }

  /** The label of a tissue by its position. */
  String tissueName(int position) {
    return names.get(position).substring(TISSUE.length());
  }

  /** The labels of all tissues, and of any in the last place. */
  List<String> tissueNames() {
    List<String> labels = new ArrayList<>();
    for (int t = 0; t < tissues; t++) {
      labels.add(tissueName(t));
    }
    labels.add(Tissues.ANY);
    return labels;
  }

  List<String> names() {
    return names;
  }

  long[] hashes() {
    return hashes;
  }

  int[] at(int position) {
    return of[position];
  }

  /** The concepts of a word or pair, mostly none. */
  int[] of(long hash) {
    int position = index.find(hash);
    return position < 0 ? NONE : of[position];
  }

  private static void addPhrases(
      String phrases, int concept, TreeMap<Long, List<Integer>> members) {
    for (String phrase : phrases.split(",", -1)) {
      members.computeIfAbsent(hash(phrase.strip()), h -> new ArrayList<>()).add(concept);
    }
  }

  private static long hash(String phrase) {
    int space = phrase.indexOf(' ');
    return space < 0
        ? TextScanner.hash(phrase)
        : Hashes.pair(
            TextScanner.hash(phrase.substring(0, space)),
            TextScanner.hash(phrase.substring(space + 1)));
  }

  private static int[] distinct(List<Integer> concepts) {
    return concepts.stream().mapToInt(Integer::intValue).distinct().toArray();
  }
}
