package eu.metacluster.screening.learning;

import java.text.Normalizer;
import java.util.Locale;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Reads a text into hashed terms: words in one of three ways, and pairs of neighbours. Letters of
 * scripts that are written without blanks count one by one, so that their pairs become the words.
 */
final class Terms {

  /** What is read of a text at most, in characters: about ten pages. */
  static final int LONGEST = 40_000;

  private static final int LONGEST_WORD = 40;

  /** A word's beginning and its end, in characters. */
  private static final int END = 5;

  /** What counts as a word. */
  enum Form {
    /** Its English stem. */
    STEM,
    /** As it is written. */
    WORD,
    /** Where it is longer than five characters: its first five and its last five, as two terms. */
    ENDS
  }

  private final Form form;

  private final EnglishStemmer stemmer = new EnglishStemmer();
  private final StringBuilder word = new StringBuilder();

  Terms(Form form) {
    this.form = form;
  }

  /** Takes the terms in reading order. */
  @FunctionalInterface
  interface Sink {
    /**
     * A term.
     *
     * @param hash of the word in its form, or of the pair
     * @param pair whether it is a pair of neighbours
     */
    void term(long hash, boolean pair);
  }

  void read(String text, Sink sink) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String plain = Normalizer.normalize(cut, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    long previous = 0;
    int at = 0;
    while (at < plain.length()) {
      int c = plain.codePointAt(at);
      at += Character.charCount(c);
      boolean alone = Character.isIdeographic(c);
      if (Character.isLetterOrDigit(c) && !alone) {
        if (word.length() < LONGEST_WORD) {
          word.appendCodePoint(c);
        }
        continue;
      }
      if (isMark(c)) {
        continue;
      }
      previous = finish(sink, previous);
      if (alone) {
        previous = emit(sink, previous, c * 0x9e3779b97f4a7c15L | 1);
      }
    }
    finish(sink, previous);
  }

  private static boolean isMark(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private long finish(Sink sink, long previous) {
    if (word.isEmpty()) {
      return previous;
    }
    String whole = word.toString();
    word.setLength(0);
    if (whole.length() < 2) {
      return previous;
    }
    if (form == Form.ENDS && whole.length() > END) {
      sink.term(hash(whole.substring(0, END) + '-'), false);
      return emit(sink, 0, hash('-' + whole.substring(whole.length() - END)));
    }
    return emit(sink, previous, hash(form == Form.STEM ? stem(whole) : whole));
  }

  private static long emit(Sink sink, long previous, long hash) {
    sink.term(hash, false);
    if (previous != 0) {
      sink.term(mix(previous * 31 + hash), true);
    }
    return hash;
  }

  private String stem(String whole) {
    stemmer.setCurrent(whole);
    return stemmer.stem() ? stemmer.getCurrent() : whole;
  }

  private static long hash(String stem) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < stem.length(); i++) {
      hash = (hash ^ stem.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash) | 1;
  }

  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
