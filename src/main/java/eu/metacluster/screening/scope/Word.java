package eu.metacluster.screening.scope;

/**
 * A reusable buffer that takes a word char by char and gives the hash of its stem. Words are never
 * made into strings: that is what lets one thread read tens of megabytes a second.
 *
 * <p>The stem is light: plural, -ing, -ed, -ation, -e off; ae and oe to e, -our to -or, so that
 * tumours, tumour and tumor meet.
 */
final class Word {

  private static final int LONGEST = 48;
  private static final int SHORTEST_STEM = 4;
  private static final String[] ENDINGS = {"ation", "ing", "ed", "ly", "e"};

  private final char[] chars = new char[LONGEST];
  private int length;
  private boolean lettered;

  void clear() {
    length = 0;
    lettered = false;
  }

  void add(char folded) {
    if (folded > '9') {
      lettered = true;
    }
    if (folded == 'e' && length > 0 && (chars[length - 1] == 'a' || chars[length - 1] == 'o')) {
      length--;
    }
    if (length < LONGEST) {
      chars[length++] = folded;
    }
  }

  /** Whether there is anything but digits in it. */
  boolean isWord() {
    return lettered;
  }

  long stemHash() {
    int end = length > 3 ? stem() : length;
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < end; i++) {
      hash = (hash ^ chars[i]) * 0x100000001b3L;
    }
    return Hashes.mix(hash);
  }

  private int stem() {
    int end = withoutPlural(length);
    for (String ending : ENDINGS) {
      if (end - ending.length() >= SHORTEST_STEM && endsWith(end, ending)) {
        end -= ending.length();
        break;
      }
    }
    if (end > 4 && endsWith(end, "our")) {
      chars[end - 2] = 'r';
      end--;
    }
    return end;
  }

  private int withoutPlural(int end) {
    if (chars[end - 1] != 's'
        || chars[end - 2] == 's'
        || chars[end - 2] == 'u'
        || chars[end - 2] == 'i') {
      return end;
    }
    if (end > 4 && chars[end - 2] == 'e' && chars[end - 3] == 'i') {
      chars[end - 3] = 'y';
      return end - 2;
    }
    return end - 1;
  }

  private boolean endsWith(int end, String ending) {
    for (int i = 0, at = end - ending.length(); i < ending.length(); i++) {
      if (chars[at + i] != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
