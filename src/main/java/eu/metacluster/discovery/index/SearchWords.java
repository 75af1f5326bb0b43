package eu.metacluster.discovery.index;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person typed, taken apart: words, "phrases" in quotation marks, and either with a minus
 * before it to leave out. A star at the end of a word finds what begins so. Anything else is plain
 * text; nothing is ever refused.
 */
record SearchWords(List<Part> parts) {

  private static final int LONGEST_INPUT = 1_000;
  private static final int MOST_PARTS = 24;
  private static final int LONGEST_PART = 160;

  /**
   * One word or phrase.
   *
   * @param excluded whether what contains it is left out
   * @param prefix whether it is the beginning of a word
   */
  record Part(String text, boolean phrase, boolean excluded, boolean prefix) {}

  /** Takes any text apart; words beyond the first two dozen are ignored. */
  static SearchWords parse(String typed) {
    String text = typed.length() > LONGEST_INPUT ? typed.substring(0, LONGEST_INPUT) : typed;
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length() && parts.size() < MOST_PARTS) {
      if (isSpace(text.charAt(at))) {
        at++;
        continue;
      }
      boolean minus = text.charAt(at) == '-' || text.charAt(at) == '\u2212';
      int start = minus ? at + 1 : at;
      boolean quoted = start < text.length() && isQuote(text.charAt(start));
      int end = quoted ? closing(text, start + 1) : wordEnd(text, start);
      add(parts, text.substring(quoted ? start + 1 : start, end), quoted, minus);
      at = Math.max(at + 1, quoted ? end + 1 : end);
    }
    return new SearchWords(List.copyOf(parts));
  }

  private static void add(List<Part> parts, String raw, boolean phrase, boolean excluded) {
    boolean prefix = !phrase && raw.length() > 2 && raw.endsWith("*");
    String text = prefix ? raw.substring(0, raw.length() - 1) : raw;
    if (text.chars().anyMatch(Character::isLetterOrDigit)) {
      String cut = text.length() > LONGEST_PART ? text.substring(0, LONGEST_PART) : text;
      parts.add(new Part(cut, phrase, excluded, prefix));
    }
  }

  private static int closing(String text, int from) {
    int at = from;
    while (at < text.length() && !isQuote(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '"') {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private static boolean isQuote(char c) {
    return c == '"'
        || c == '\u201c'
        || c == '\u201d'
        || c == '\u201e'
        || c == '\u00ab'
        || c == '\u00bb';
  }
}
