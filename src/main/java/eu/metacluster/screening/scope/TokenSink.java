package eu.metacluster.screening.scope;

/** Takes what {@link TextScanner} finds, in reading order. */
interface TokenSink {

  /**
   * A word or a pair of neighbouring words, by the hash of its stems, and the sentence (counted
   * from 0) in which it stands.
   */
  void term(long hash, int start, int end, int sentence);
}
