package eu.metacluster.discovery.index;

import eu.metacluster.grid.RecordDocument.PartnerLine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Countries as words to search for, and as a ranking of a project's partners. */
final class Countries {

  private static final Map<String, String> WORDS = new ConcurrentHashMap<>();

  private Countries() {}

  /** The country's names in the languages of the product. */
  static String words(String iso) {
    return WORDS.computeIfAbsent(
        iso,
        code -> {
          Locale country = Locale.of("", code);
          return country.getDisplayCountry(Locale.ENGLISH)
              + " "
              + country.getDisplayCountry(Locale.FRENCH);
        });
  }

  /** The countries of these partners, those with most partners first. */
  static List<String> byWeight(List<PartnerLine> partners) {
    Map<String, Integer> counted = new HashMap<>();
    for (PartnerLine partner : partners) {
      if (partner.country() != null) {
        counted.merge(partner.country(), 1, Integer::sum);
      }
    }
    return counted.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}
