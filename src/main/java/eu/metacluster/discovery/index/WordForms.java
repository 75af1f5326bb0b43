package eu.metacluster.discovery.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * What the index keeps of a word as it stands in a text. The same few thousand words make up most
 * of every text: each is stemmed once, and what {@link Words} said of it is remembered side by side
 * in one array, a line of the machine's memory for each. Only one thread may use it.
 */
final class WordForms {

  /**
   * So many words are remembered at first; each has two places side by side: the last that came
   * holds the first, the one before it the second.
   */
  private static final int FEW = 1 << 10;

  /** So many at most, for who writes much. */
  private static final int MOST = 1 << 16;

  /** How much more room there is when it was too little. */
  private static final int GROWTH = 4;

  /** The length of the word, that of its stem, the word, the stem. */
  private static final int LINE = 64;

  private static final int LONGEST = LINE / 2 - 1;
  private static final int LAST_OF_ASCII = 0x7F;
  private static final int TO_LOWER = 'a' - 'A';

  private byte[] known = new byte[FEW * LINE];

  /** How many words were looked at that were not known. */
  private int missed;

  private final byte[] lower = new byte[LONGEST];
  private final BytesRef folded = new BytesRef();
  private final BytesRef stem = new BytesRef();
  private final One one = new One();
  private final TokenStream words = Words.stemmed(one);
  private final TokenStream names = Words.folded(one);
  private final CharTermAttribute term = words.getAttribute(CharTermAttribute.class);

  /** Looks at the next word, which begins at 0. */
  void read(char[] text, int length, boolean stems) throws IOException {
    int hash = plain(text, length);
    if (hash < 0 && stems) {
      ask(text, length);
    } else if (hash < 0) {
      fold(text, length);
    } else if (stems) {
      stem(text, length, place(hash) * LINE);
    } else {
      tell(folded, lower, 0, length);
    }
  }

  /** The word without case and accents, until the next is read. */
  BytesRef folded() {
    return folded;
  }

  /** Its stem, of length 0 when that is the folded word itself, until the next is read. */
  BytesRef stem() {
    return stem;
  }

  /** Writes a word without accents and apostrophes in lower case; its hash, or -1 for others. */
  private int plain(char[] text, int length) {
    if (length > LONGEST) {
      return -1;
    }
    int hash = length;
    for (int i = 0; i < length; i++) {
      int letter = text[i];
      if (letter > LAST_OF_ASCII || letter == '\'') {
        return -1;
      }
      if (letter >= 'A' && letter <= 'Z') {
        letter += TO_LOWER;
      }
      lower[i] = (byte) letter;
      hash = 31 * hash + letter;
    }
    return (hash * 0x9E3779B9) >>> 1;
  }

  private void stem(char[] text, int length, int first) throws IOException {
    int at = first;
    if (!isAt(at, length)) {
      at += LINE;
      if (!isAt(at, length)) {
        ask(text, length);
        if (folded.length == length && stem.length <= LONGEST) {
          remember(first, length);
          grow();
        }
        return;
      }
    }
    tell(folded, known, at + 2, length);
    tell(stem, known, at + 2 + length, known[at + 1]);
  }

  /** The first of the two places of a word; what a hash has most at random are its first bits. */
  private int place(int hash) {
    int places = known.length / LINE;
    return hash >>> (Integer.SIZE - 1 - Integer.numberOfTrailingZeros(places)) & ~1;
  }

  private boolean isAt(int at, int length) {
    return known[at] == length && Arrays.equals(known, at + 2, at + 2 + length, lower, 0, length);
  }

  private void remember(int first, int length) {
    System.arraycopy(known, first, known, first + LINE, LINE);
    known[first] = (byte) length;
    known[first + 1] = (byte) stem.length;
    System.arraycopy(folded.bytes, folded.offset, known, first + 2, length);
    System.arraycopy(stem.bytes, stem.offset, known, first + 2 + length, stem.length);
  }

  /** Whoever writes little needs little room. Words that are frequent are soon known again. */
  private void grow() {
    missed++;
    int places = known.length / LINE;
    if (missed >= places && places < MOST) {
      known = new byte[known.length * GROWTH];
      missed = 0;
    }
  }

  private static void tell(BytesRef ref, byte[] bytes, int offset, int length) {
    ref.bytes = bytes;
    ref.offset = offset;
    ref.length = length;
  }

  /** Asks the filters of {@link Words}. */
  private void ask(char[] text, int length) throws IOException {
    one.begin(text, length);
    words.reset();
    words.incrementToken();
    tell(folded, new BytesRef(term));
    tell(stem, words.incrementToken() ? new BytesRef(term) : new BytesRef());
    words.end();
    words.close();
  }

  /** Asks the filters of {@link Words} that do not stem. */
  private void fold(char[] text, int length) throws IOException {
    one.begin(text, length);
    names.reset();
    names.incrementToken();
    tell(folded, new BytesRef(term));
    names.end();
    names.close();
  }

  private static void tell(BytesRef ref, BytesRef said) {
    tell(ref, said.bytes, said.offset, said.length);
  }

  /** A text of one word. */
  private static final class One extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private char[] text = new char[0];
    private int length;
    private boolean left;

    void begin(char[] word, int size) {
      text = word;
      length = size;
      left = true;
    }

    @Override
    public boolean incrementToken() {
      if (!left) {
        return false;
      }
      left = false;
      clearAttributes();
      term.copyBuffer(text, 0, length);
      return true;
    }
  }
}
