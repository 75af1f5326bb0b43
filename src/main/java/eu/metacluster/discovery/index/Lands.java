package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.SearchWords;
import eu.metacluster.discovery.search.SearchWords.Part;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The country that a question asks for, as in "who works on liquid biopsy in Spain": a name in
 * English or French after a word that says where. Without such a word it may be part of a name.
 */
final class Lands {

  private static final Set<String> WHERE =
      Set.of("in", "from", "within", "en", "au", "aux", "dans", "depuis");

  private static final Set<String> ASKING =
      Arrays.stream(
              ("about been doing done exist exists find me projects project should show use used"
                      + " uses using was were work working works would you avec comment dans fait"
                      + " font par pour projet projets quel quelle travaille travaillent utilise"
                      + " utilisent")
                  .split(" "))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> ARTICLES = Set.of("the", "la", "le", "les");
  private static final int LONGEST = 4;
  private static final Map<String, String> CODES = codes();

  private Lands() {}

  /**
   * A country, and the parts of the question that say it.
   *
   * @param iso its code
   */
  record Land(String iso, List<Part> said) {
    Query query() {
      return FacetFilter.term(Facet.COUNTRY, iso);
    }
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String iso : Locale.getISOCountries()) {
      for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
        codes.put(folded(Locale.of("", iso).getDisplayCountry(language)), iso);
      }
    }
    codes.putAll(
        Map.of(
            "uk",
            "GB",
            "great britain",
            "GB",
            "england",
            "GB",
            "scotland",
            "GB",
            "usa",
            "US",
            "czech republic",
            "CZ",
            "turkey",
            "TR",
            "holland",
            "NL",
            "republique tcheque",
            "CZ"));
    return Map.copyOf(codes);
  }

  private static String folded(String name) {
    return String.join(" ", WordQuery.tokensOf(name));
  }

  /** The country that is asked for; none when it is no question, or when nothing else is asked. */
  static Optional<Land> of(SearchWords typed) {
    if (!typed.plain()) {
      return Optional.empty();
    }
    List<Part> parts = typed.parts();
    for (int at = 0; at < parts.size() - 1; at++) {
      if (WHERE.contains(parts.get(at).text().toLowerCase(Locale.ROOT))) {
        Land land = after(parts, at);
        if (land != null && land.said().size() < parts.size()) {
          return Optional.of(land);
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable Land after(List<Part> parts, int at) {
    boolean article = ARTICLES.contains(parts.get(at + 1).text().toLowerCase(Locale.ROOT));
    int from = at + (article ? 2 : 1);
    for (int to = Math.min(parts.size(), from + LONGEST); to > from; to--) {
      String name =
          parts.subList(from, to).stream().map(Part::text).collect(Collectors.joining(" "));
      String iso = CODES.get(folded(name));
      if (iso != null) {
        return new Land(iso, parts.subList(at, to));
      }
    }
    return null;
  }

  /** Words that only ask: of a question they say nothing of what it is about. */
  static boolean asks(String word) {
    return ASKING.contains(word.toLowerCase(Locale.ROOT));
  }
}
