package eu.metacluster.harvest.values;

import com.ibm.icu.util.ULocale;
import eu.metacluster.shared.CountryCodes;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Pattern;

/** Countries by what pages call them: a code, or a name in a language of Europe. */
public final class Nations {

  private static final List<String> LANGUAGES =
      List.of(
          "en", "fr", "de", "nl", "es", "it", "pt", "pl", "cs", "sk", "hu", "ro", "bg", "el", "hr",
          "sl", "et", "lv", "lt", "fi", "sv", "da", "nb", "is", "ga", "mt", "ca", "sq", "sr", "tr",
          "uk");

  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("england", "GB"),
          Map.entry("scotland", "GB"),
          Map.entry("wales", "GB"),
          Map.entry("northern ireland", "GB"),
          Map.entry("great britain", "GB"),
          Map.entry("the united kingdom", "GB"),
          Map.entry("the netherlands", "NL"),
          Map.entry("holland", "NL"),
          Map.entry("czech republic", "CZ"),
          Map.entry("republic of ireland", "IE"),
          Map.entry("slovak republic", "SK"),
          Map.entry("united states of america", "US"),
          Map.entry("usa", "US"),
          Map.entry("u s a", "US"),
          Map.entry("turkey", "TR"),
          Map.entry("republic of moldova", "MD"),
          Map.entry("macedonia", "MK"),
          Map.entry("south korea", "KR"),
          Map.entry("republic of korea", "KR"),
          Map.entry("russian federation", "RU"),
          Map.entry("hong kong", "HK"));

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Map<String, String> NAMES = names();

  private Nations() {}

  /** The ISO 3166-1 alpha-2 code of a country by its code or name; empty when there is none. */
  public static String iso(String codeOrName) {
    String folded = folded(codeOrName);
    return folded.length() > 80 ? "" : NAMES.getOrDefault(folded, "");
  }

  /** The country that a line of address ends in; empty when its last part names none. */
  public static String last(String line) {
    String part = line.substring(line.lastIndexOf(',') + 1).strip();
    return part.length() < 4 ? "" : iso(part);
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      ULocale country = new ULocale("und", code);
      for (String language : LANGUAGES) {
        names.putIfAbsent(folded(country.getDisplayCountry(new ULocale(language))), code);
      }
      names.put(code.toLowerCase(Locale.ROOT), code);
      names.put(alpha3(code), code);
    }
    names.putAll(OTHERS);
    names.putAll(Map.of("xk", "XK", "kosovo", "XK", "el", CountryCodes.iso("EL")));
    names.put("uk", CountryCodes.iso("UK"));
    return Map.copyOf(names);
  }

  private static String alpha3(String code) {
    try {
      return Locale.of("", code).getISO3Country().toLowerCase(Locale.ROOT);
    } catch (MissingResourceException e) {
      return code.toLowerCase(Locale.ROOT);
    }
  }

  private static String folded(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return OTHER.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
