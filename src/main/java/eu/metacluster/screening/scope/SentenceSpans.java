package eu.metacluster.screening.scope;

import java.util.Arrays;

/**
 * Where the sentences of a text begin and end. A full stop ends one when a space and no small
 * letter follow; a line break when no small letter follows; a bullet always. Text without any of
 * these is cut at a space, so that evidence stays readable.
 */
final class SentenceSpans {

  private static final int LONGEST = 600;

  private int[] ends = new int[32];
  private int count;

  void clear() {
    count = 0;
  }

  /** The number of the sentence that is being read. */
  int current() {
    return count;
  }

  boolean endsAt(String text, int at) {
    char c = text.charAt(at);
    int begin = count == 0 ? 0 : ends[count - 1];
    boolean ends =
        switch (c) {
          case '.', '!', '?' ->
              at + 1 == text.length()
                  || (text.charAt(at + 1) <= ' ' && !smallLetterAfter(text, at + 1));
          case '\n' -> !smallLetterAfter(text, at);
          case '•' -> true;
          default -> at - begin >= LONGEST && c <= ' ';
        };
    if (ends) {
      add(at + 1);
    }
    return ends;
  }

  void finish(String text) {
    add(text.length());
  }

  int start(int sentence, String text) {
    int at = sentence == 0 ? 0 : ends[sentence - 1];
    while (at < ends[sentence] && !readable(text.charAt(at))) {
      at++;
    }
    return at;
  }

  int end(int sentence, String text) {
    int at = ends[sentence];
    int start = start(sentence, text);
    while (at > start && (text.charAt(at - 1) <= ' ' || text.charAt(at - 1) == '•')) {
      at--;
    }
    return at;
  }

  private void add(int end) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = end;
  }

  private static boolean readable(char c) {
    return c > ' ' && c != '•' && c != '.';
  }

  private static boolean smallLetterAfter(String text, int from) {
    for (int i = from; i < text.length() && i < from + 4; i++) {
      char c = text.charAt(i);
      if (c > ' ') {
        return Character.isLowerCase(c);
      }
    }
    return false;
  }
}
