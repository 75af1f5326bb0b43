package eu.metacluster.screening.scope;

import java.util.Arrays;

/**
 * The words and pairs that have a weight of their own, with their inverse document frequencies, and
 * the concepts beside them. Each known term is one key; a term may be a word, a member of concepts,
 * or both.
 */
final class Vocabulary {

  private final long[] hashes;
  private final float[] idf;
  private final Concepts concepts;
  private final HashIndex keys;
  private final int[][] conceptsOfKey;
  private final int[] termOfKey;

  Vocabulary(long[] hashes, float[] idf, Concepts concepts) {
    this.hashes = hashes;
    this.idf = idf;
    this.concepts = concepts;
    HashIndex terms = HashIndex.of(hashes);
    long[] all = withConceptHashes(hashes, concepts.hashes(), terms);
    keys = HashIndex.of(all);
    conceptsOfKey = new int[all.length][];
    termOfKey = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      conceptsOfKey[i] = concepts.of(all[i]);
      termOfKey[i] = i < hashes.length ? i : -1;
    }
  }

  int size() {
    return hashes.length;
  }

  long[] hashes() {
    return hashes;
  }

  float idf(int term) {
    return idf[term];
  }

  Concepts lexicon() {
    return concepts;
  }

  /** The key of a known term, or -1. */
  int key(long hash) {
    return keys.find(hash);
  }

  /** The position of the key's own weight, or -1 where it only stands for concepts. */
  int term(int key) {
    return termOfKey[key];
  }

  int[] concepts(int key) {
    return conceptsOfKey[key];
  }

  private static long[] withConceptHashes(long[] hashes, long[] more, HashIndex terms) {
    long[] all = Arrays.copyOf(hashes, hashes.length + more.length);
    int count = hashes.length;
    for (long hash : more) {
      if (terms.find(hash) < 0) {
        all[count++] = hash;
      }
    }
    return Arrays.copyOf(all, count);
  }
}
