package eu.metacluster.screening.linkage;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds writing to what two writers of the same name share: Latin letters without marks, lower
 * case, digits. Greek, Cyrillic and other scripts are transliterated.
 */
final class Folding {

  /** Longer values are cut: beyond this nothing is learned about identity. */
  private static final int LONGEST = 4_000;

  private static final int LONGEST_WORD = 40;

  private static final ThreadLocal<Transliterator> LATIN =
      ThreadLocal.withInitial(
          () -> Transliterator.getInstance("Any-Latin; NFD; [:Mn:] Remove; Latin-ASCII; Lower"));

  private static final String LETTERS = "ßæøœđðłþıħŋ";
  private static final List<String> LATIN_LETTERS =
      List.of("ss", "ae", "o", "oe", "d", "d", "l", "th", "i", "h", "n");

  private Folding() {}

  /** Words of letters and digits in the order of the text; none when nothing is left. */
  static List<String> words(String text) {
    String folded = fold(text);
    List<String> words = new ArrayList<>();
    int begin = -1;
    for (int i = 0; i <= folded.length(); i++) {
      boolean part = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
      if (part && begin < 0) {
        begin = i;
      } else if (!part && begin >= 0) {
        words.add(folded.substring(begin, Math.min(i, begin + LONGEST_WORD)));
        begin = -1;
      }
    }
    return words;
  }

  /** The text in lower-case ASCII, its punctuation kept except apostrophes, which join. */
  static String fold(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String decoded = cut.indexOf('&') < 0 ? cut : Entities.decode(cut);
    StringBuilder out = new StringBuilder(decoded.length());
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      if (c >= 0x250 && Character.isLetter(c)) {
        return joined(LATIN.get().transliterate(decoded));
      }
      if (c >= 0x80) {
        return joined(latin(decoded));
      }
      if (c != '\'' && c != '`') {
        out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      }
    }
    return out.toString();
  }

  /** Latin letters need no rules of a script; the way over them is many times longer. */
  private static String latin(String text) {
    String parted = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(parted.length());
    for (int i = 0; i < parted.length(); i++) {
      char c = Character.toLowerCase(parted.charAt(i));
      if (c >= 0x250 && Character.isLetter(c)) {
        return LATIN.get().transliterate(text);
      }
      int letter = LETTERS.indexOf(c);
      if (letter >= 0) {
        out.append(LATIN_LETTERS.get(letter));
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String joined(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\'' && c != '`' && c != '\u2019' && c != '\u02b9' && c != '\u02bc') {
        out.append(c);
      }
    }
    return out.toString();
  }
}
