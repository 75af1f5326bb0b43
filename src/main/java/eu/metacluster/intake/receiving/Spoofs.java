package eu.metacluster.intake.receiving;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.EnumSet;
import java.util.Set;

/** Addresses that look like others: letters of several alphabets within one word of them. */
public final class Spoofs {

  private static final Set<UnicodeScript> NEUTRAL =
      EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);
  private static final Set<UnicodeScript> JAPANESE =
      EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

  private Spoofs() {}

  /**
   * Whether an e-mail or host address mixes alphabets within one of its parts, or between its parts
   * where only the last, the registry's, may differ.
   */
  public static boolean mixed(String address) {
    String plain = address.strip();
    int at = plain.lastIndexOf('@');
    if (at > 0 && scripts(plain.substring(0, at)).size() > 1) {
      return true;
    }
    String host;
    try {
      host = IDN.toUnicode(plain.substring(at + 1));
    } catch (IllegalArgumentException e) {
      return true;
    }
    Set<UnicodeScript> all = EnumSet.noneOf(UnicodeScript.class);
    String[] parts = host.split("\\.", -1);
    for (int i = 0; i < parts.length; i++) {
      Set<UnicodeScript> own = scripts(parts[i]);
      if (own.size() > 1 && !JAPANESE.containsAll(own)) {
        return true;
      }
      if (i < parts.length - 1 || parts.length == 1) {
        all.addAll(own);
      }
    }
    boolean latin = all.isEmpty() || all.equals(EnumSet.of(UnicodeScript.LATIN));
    return !latin
        && parts.length > 1
        && scripts(parts[parts.length - 1]).contains(UnicodeScript.LATIN);
  }

  private static Set<UnicodeScript> scripts(String text) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    text.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
    scripts.removeAll(NEUTRAL);
    return scripts;
  }
}
