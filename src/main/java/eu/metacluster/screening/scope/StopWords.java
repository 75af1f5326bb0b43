package eu.metacluster.screening.scope;

/**
 * Words that carry no subject; pairs are formed across them, so "medicine for cancer" gives
 * "medicine cancer".
 */
final class StopWords {

  private static final String WORDS =
      "a an the and or of in on at to for from by with without into as is are was were be been being it its this that these those "
          + "their they we our us he she his her i you your which who whom whose will would can could may might should shall must "
          + "not no nor so such than then there here thus also both each either more most other some any all only own same very "
          + "has have had do does did but if while when where how what why about between through during over under up down out "
          + "via per s e g ie eg etc et within upon among towards toward however therefore";
  private static final HashIndex HASHES = index();

  private StopWords() {}

  static boolean contains(long hash) {
    return HASHES.find(hash) >= 0;
  }

  private static HashIndex index() {
    String[] words = WORDS.split(" ", -1);
    long[] hashes = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      hashes[i] = TextScanner.hash(words[i]);
    }
    return HashIndex.of(hashes);
  }
}
