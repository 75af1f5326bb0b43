package eu.metacluster.harvest.values;

import eu.metacluster.platform.model.Languages;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The language that a text is in. */
public final class Tongue {

  /**
   * Below this many characters what the page says counts for more than what its words look like.
   */
  private static final int ENOUGH = 240;

  private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

  private static final Map<String, String> NAMES = names();

  private Tongue() {}

  /**
   * The ISO 639-1 code.
   *
   * @param text the words themselves; many systems call every page English, so they decide when
   *     there are enough
   * @param said a language tag such as {@code nl-BE}, or empty
   * @return empty when nobody can tell
   */
  public static String of(String text, String said) {
    String tag = code(said);
    if (text.length() < ENOUGH && !tag.isEmpty()) {
      return tag;
    }
    String guess = Languages.guess(text);
    return guess.equals(Languages.UNKNOWN) ? tag : guess;
  }

  /** The ISO 639-1 code of a language tag; empty when it is none. */
  public static String code(String tag) {
    String language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
    return language.length() == 2 && KNOWN.contains(language) ? language : "";
  }

  /** The ISO 639-1 code of a language by its code or its name in English, French or its own. */
  public static String named(String name) {
    String code = code(name);
    return code.isEmpty() ? NAMES.getOrDefault(name.strip().toLowerCase(Locale.ROOT), "") : code;
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String code : KNOWN) {
      Locale language = Locale.of(code);
      for (Locale of : List.of(Locale.ENGLISH, Locale.FRENCH, language)) {
        names.putIfAbsent(language.getDisplayLanguage(of).toLowerCase(Locale.ROOT), code);
      }
    }
    return Map.copyOf(names);
  }
}
