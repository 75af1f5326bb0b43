package eu.metacluster.screening.scope;

/**
 * Reads a text once, from left to right, into words, pairs of words and the places where sentences
 * end.
 */
final class TextScanner {

  private final Word word = new Word();
  private final SentenceSpans sentences = new SentenceSpans();

  /**
   * Gives every word and pair to the sink; the sentence bounds of the text last read are in {@link
   * #sentences()}.
   */
  void scan(String text, TokenSink sink) {
    sentences.clear();
    long previous = 0;
    int previousStart = 0;
    int at = 0;
    int length = text.length();
    while (at < length) {
      if (Folding.fold(text.charAt(at)) == 0) {
        if (sentences.endsAt(text, at)) {
          previous = 0;
        }
        at++;
        continue;
      }
      int start = at;
      at = readWord(text, at);
      if (!word.isWord()) {
        continue;
      }
      long hash = word.stemHash();
      if (hash == 0 || isStopWord(hash, at - start)) {
        continue;
      }
      sink.term(hash, start, at, sentences.current());
      if (previous != 0) {
        sink.term(Hashes.pair(previous, hash), previousStart, at, sentences.current());
      }
      previous = hash;
      previousStart = start;
    }
    sentences.finish(text);
  }

  SentenceSpans sentences() {
    return sentences;
  }

  static long hash(String single) {
    Word word = new Word();
    for (int i = 0; i < single.length(); i++) {
      word.add(Folding.fold(single.charAt(i)));
    }
    return word.stemHash();
  }

  private int readWord(String text, int from) {
    word.clear();
    int at = from;
    char folded;
    while (at < text.length() && (folded = Folding.fold(text.charAt(at))) != 0) {
      word.add(folded);
      at++;
    }
    return at;
  }

  private static boolean isStopWord(long hash, int length) {
    return length < 10 && StopWords.contains(hash);
  }
}
