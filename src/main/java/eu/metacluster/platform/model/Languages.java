package eu.metacluster.platform.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;

/**
 * Guesses the language of a text by the little words in it: articles, prepositions, pronouns. A
 * sentence has several of them, and no two languages of Europe share most. The lists are Lucene's,
 * with short ones of our own for the languages it has none for. Libraries that look at letters
 * weigh a hundred times more and are better only at single words, which are not worth a guess here.
 */
public final class Languages {

  /** What cannot be told, such as a name, a number or a script without a list. */
  public static final String UNKNOWN = "und";

  private static final int WORDS = 400;
  private static final double LEAST = 1.5;
  private static final Map<String, List<String>> OF_WORD = words();

  private Languages() {}

  /** The ISO 639-1 code of the language that the text seems to be in, or {@link #UNKNOWN}. */
  public static String guess(String text) {
    Map<String, Double> scores = new TreeMap<>();
    int greek = 0;
    int seen = 0;
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length() && seen < WORDS; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetter(c)) {
        word.append(c);
      } else if (!word.isEmpty()) {
        seen++;
        greek +=
            Character.UnicodeScript.of(word.charAt(0)) == Character.UnicodeScript.GREEK ? 1 : 0;
        count(word.toString().toLowerCase(Locale.ROOT), scores);
        word.setLength(0);
      }
    }
    if (greek > seen / 2) {
      return "el";
    }
    return scores.entrySet().stream()
        .filter(score -> score.getValue() >= LEAST)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(UNKNOWN);
  }

  /** A word that several languages have says the less for each. */
  private static void count(String word, Map<String, Double> scores) {
    List<String> languages = OF_WORD.getOrDefault(word, List.of());
    for (String language : languages) {
      scores.merge(language, 1.0 / languages.size(), Double::sum);
    }
  }

  private static Map<String, List<String>> words() {
    Map<String, List<String>> words = new HashMap<>();
    lists()
        .forEach(
            (language, set) ->
                set.forEach(
                    word -> words.computeIfAbsent(word, w -> new ArrayList<>()).add(language)));
    return words;
  }

  private static Map<String, Set<String>> lists() {
    Map<String, Set<String>> lists = new TreeMap<>(own());
    Map.ofEntries(
            Map.entry("bg", BulgarianAnalyzer.getDefaultStopSet()),
            Map.entry("cs", CzechAnalyzer.getDefaultStopSet()),
            Map.entry("da", DanishAnalyzer.getDefaultStopSet()),
            Map.entry("de", GermanAnalyzer.getDefaultStopSet()),
            Map.entry("es", SpanishAnalyzer.getDefaultStopSet()),
            Map.entry("et", EstonianAnalyzer.getDefaultStopSet()),
            Map.entry("fi", FinnishAnalyzer.getDefaultStopSet()),
            Map.entry("fr", FrenchAnalyzer.getDefaultStopSet()),
            Map.entry("ga", IrishAnalyzer.getDefaultStopSet()),
            Map.entry("hu", HungarianAnalyzer.getDefaultStopSet()),
            Map.entry("it", ItalianAnalyzer.getDefaultStopSet()),
            Map.entry("lt", LithuanianAnalyzer.getDefaultStopSet()),
            Map.entry("lv", LatvianAnalyzer.getDefaultStopSet()),
            Map.entry("nl", DutchAnalyzer.getDefaultStopSet()),
            Map.entry("no", NorwegianAnalyzer.getDefaultStopSet()),
            Map.entry("pt", PortugueseAnalyzer.getDefaultStopSet()),
            Map.entry("ro", RomanianAnalyzer.getDefaultStopSet()),
            Map.entry("sv", SwedishAnalyzer.getDefaultStopSet()))
        .forEach((language, set) -> lists.put(language, plain(set)));
    lists.merge("en", plain(EnglishAnalyzer.getDefaultStopSet()), Languages::both);
    return lists;
  }

  private static Set<String> plain(CharArraySet set) {
    Set<String> words = new java.util.HashSet<>();
    set.forEach(word -> words.add(new String((char[]) word)));
    return words;
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new java.util.HashSet<>(one);
    both.addAll(other);
    return both;
  }

  /** The lists of our own: language, then its words. */
  private static Map<String, Set<String>> own() {
    Properties properties = new Properties();
    try (InputStream in = Languages.class.getResourceAsStream("little-words.properties")) {
      if (in != null) {
        properties.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Map<String, Set<String>> own = new TreeMap<>();
    properties.forEach(
        (language, words) -> own.put((String) language, Set.of(((String) words).split(" ", -1))));
    return own;
  }
}
