package eu.metacluster.harvest;

/** Takes out of a text what no reader can see and every renderer may stumble over. */
public final class CleanText {

  /** A character that no reader sees. */
  public static final int CONTROL = 1;

  /** A mark that turns the reading direction. */
  public static final int MARK = 2;

  /** A character that ends a line or jumps within it. */
  public static final int BREAK = 4;

  private CleanText() {}

  /** Which kinds of such characters the text has; 0 for a clean one. */
  public static int dirt(String text) {
    int dirt = 0;
    for (int i = 0; i < text.length(); i++) {
      dirt |= kind(text.charAt(i));
    }
    return dirt;
  }

  /** The text on one line, without control characters and direction marks. */
  public static String line(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int kind = kind(c);
      boolean again = !clean.isEmpty() && clean.charAt(clean.length() - 1) == ' ';
      if (kind == 0) {
        clean.append(c);
      } else if (kind == BREAK && !again) {
        clean.append(' ');
      }
    }
    return stripped(clean.toString());
  }

  /** The text without control characters, with line feeds alone between lines. */
  public static String paragraphs(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (kind(c) != CONTROL && !pair) {
        clean.append(c == '\r' ? '\n' : c);
      }
    }
    return stripped(clean.toString());
  }

  /** Without space of any kind at its ends, spaces that do not break included. */
  public static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && space(text.charAt(start))) {
      start++;
    }
    while (start < end && space(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean space(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static int kind(char c) {
    if (c < 0x20) {
      return c == '\n' || c == '\t' || c == '\r' ? BREAK : CONTROL;
    }
    if (c < 0x7F) {
      return 0;
    }
    if (c == '\u2028' || c == '\u2029') {
      return BREAK;
    }
    if (c <= 0x9F || c == '\uFFFE' || c == '\uFFFF') {
      return CONTROL;
    }
    return mark(c) ? MARK : 0;
  }

  private static boolean mark(char c) {
    return c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
