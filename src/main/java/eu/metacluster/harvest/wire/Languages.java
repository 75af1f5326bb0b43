package eu.metacluster.harvest.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Languages as sources write them, to ISO 639-1. */
public final class Languages {

  private static final Map<String, String> KNOWN = new HashMap<>();

  static {
    for (String code : Locale.getISOLanguages()) {
      Locale language = Locale.of(code);
      KNOWN.put(code, code);
      KNOWN.put(language.getISO3Language(), code);
      KNOWN.put(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
    }
    KNOWN.putAll(
        Map.of(
            "fre", "fr", "ger", "de", "dut", "nl", "gre", "el", "cze", "cs", "rum", "ro", "slo",
            "sk", "alb", "sq", "ice", "is", "mac", "mk"));
  }

  private Languages() {}

  /** Two letters for a code of two or three, a tag such as {@code en-GB} or an English name. */
  public static String iso(String raw) {
    String text = raw.strip().toLowerCase(Locale.ROOT);
    String known = KNOWN.get(text);
    if (known != null) {
      return known;
    }
    int end = Math.max(text.indexOf('-'), text.indexOf('_'));
    return end < 0 ? "" : KNOWN.getOrDefault(text.substring(0, end), "");
  }
}
