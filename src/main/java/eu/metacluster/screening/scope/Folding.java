package eu.metacluster.screening.scope;

import java.text.Normalizer;

/**
 * One char in, one char out: lower case, without accents, British and American z alike; 0 for
 * whatever is no letter or digit.
 */
final class Folding {

  private static final char[] TABLE = table();

  private Folding() {}

  static char fold(char c) {
    return TABLE[c];
  }

  private static char[] table() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = foldSlowly((char) c);
    }
    return table;
  }

  private static char foldSlowly(char c) {
    if (!Character.isLetterOrDigit(c)) {
      return 0;
    }
    char lower = Character.toLowerCase(c);
    char base =
        c < 0x250
            ? Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD).charAt(0)
            : lower;
    return switch (base) {
      case 'z' -> 's';
      case 'ß' -> 's';
      case 'ø' -> 'o';
      case 'ł' -> 'l';
      case 'đ' -> 'd';
      default -> base;
    };
  }
}
