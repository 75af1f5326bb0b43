package eu.metacluster.screening.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Codes of countries as sources write them, and the countries that a line of text names. */
final class Countries {

  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("usa", "US"),
          Map.entry("u s a", "US"),
          Map.entry("united states of america", "US"),
          Map.entry("us", "US"),
          Map.entry("uk", "GB"),
          Map.entry("england", "GB"),
          Map.entry("scotland", "GB"),
          Map.entry("wales", "GB"),
          Map.entry("great britain", "GB"),
          Map.entry("northern ireland", "GB"),
          Map.entry("korea", "KR"),
          Map.entry("republic of korea", "KR"),
          Map.entry("south korea", "KR"),
          Map.entry("prc", "CN"),
          Map.entry("p r china", "CN"),
          Map.entry("pr china", "CN"),
          Map.entry("russian federation", "RU"),
          Map.entry("viet nam", "VN"),
          Map.entry("iran", "IR"),
          Map.entry("the netherlands", "NL"),
          Map.entry("holland", "NL"),
          Map.entry("czech republic", "CZ"),
          Map.entry("turkey", "TR"),
          Map.entry("turkiye", "TR"),
          Map.entry("brasil", "BR"),
          Map.entry("espana", "ES"),
          Map.entry("deutschland", "DE"),
          Map.entry("italia", "IT"),
          Map.entry("hong kong", "HK"),
          Map.entry("taiwan", "TW"),
          Map.entry("macedonia", "MK"),
          Map.entry("roc", "TW"),
          Map.entry("osterreich", "AT"),
          Map.entry("schweiz", "CH"),
          Map.entry("suisse", "CH"),
          Map.entry("belgique", "BE"));

  private static final Map<String, String> NAMES = names();

  private Countries() {}

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String code : List.of(Locale.getISOCountries())) {
      Locale country = Locale.of("", code);
      for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
        names.put(String.join(" ", Folding.words(country.getDisplayCountry(language))), code);
      }
    }
    names.putAll(OTHER_NAMES);
    names.remove("georgia");
    names.remove("jersey");
    return Map.copyOf(names);
  }

  /** The name of a country in English; empty when there is no code. */
  static String name(String code) {
    return code.isEmpty() ? "" : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }

  /** A name without the country that registers put behind names that several countries have. */
  static String bare(String name, String country) {
    int begin = name.endsWith(")") ? name.lastIndexOf('(') : -1;
    if (begin <= 0) {
      return name;
    }
    String behind = String.join(" ", Folding.words(name.substring(begin)));
    return NAMES.getOrDefault(behind, "").equals(country) ? name.substring(0, begin).strip() : name;
  }

  /** The country named last in a text, or empty. */
  static String in(String text) {
    List<String> words = Folding.words(text);
    for (int end = words.size(); end > 0; end--) {
      for (int begin = Math.max(0, end - 4); begin < end; begin++) {
        String code = NAMES.get(String.join(" ", words.subList(begin, end)));
        if (code != null) {
          return code;
        }
      }
    }
    return "";
  }
}
