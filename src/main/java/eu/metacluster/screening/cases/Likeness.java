package eu.metacluster.screening.cases;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What makes two records look alike. Keys that begin with {@code =} are exact and join candidates
 * into one case; keys that begin with {@code ~} are hints for the reader.
 */
final class Likeness {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 400;

  private Likeness() {}

  static boolean joins(String key) {
    return key.startsWith("=");
  }

  /**
   * The keys of a record.
   *
   * @param day when it begins if that tells it from others of its name, as with a meeting that is
   *     held every year; else empty
   */
  static Set<String> keys(GridRecord record, List<Identifier> identifiers, String day) {
    Set<String> keys = new LinkedHashSet<>();
    String kind = record.kind().word();
    String title = folded(record.title());
    String acronym = folded(record.acronym() == null ? "" : record.acronym());
    for (Identifier identifier : identifiers) {
      if (identifier.scheme().identifying()) {
        keys.add("=" + kind + ":" + identifier.scheme() + ":" + identifier.value());
      }
    }
    if (title.length() > SHORTEST) {
      keys.add("=" + kind + ":" + title + ":" + acronym + (day.isEmpty() ? "" : ":" + day));
      keys.add("~title:" + title);
    }
    if (acronym.length() >= SHORTEST) {
      keys.add("~acronym:" + acronym);
    }
    return keys;
  }

  /** Letters and digits only, in lower case, without accents. */
  static String folded(String text) {
    String plain = ascii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(Math.min(plain.length(), LONGEST));
    for (int i = 0; i < plain.length() && folded.length() < LONGEST; ) {
      int c = plain.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        folded.appendCodePoint(Character.toLowerCase(c));
      }
      i += Character.charCount(c);
    }
    return folded.toString();
  }

  private static boolean ascii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}
