package eu.metacluster.screening.scope;

/**
 * An immutable map from hash to position: open addressing in one array of slots, at most a third
 * full.
 */
final class HashIndex {

  private final long[] keys;
  private final int[] positions;
  private final int mask;

  private HashIndex(long[] hashes) {
    int slots = Integer.highestOneBit(Math.max(8, hashes.length * 3)) << 1;
    keys = new long[slots];
    positions = new int[slots];
    mask = slots - 1;
    for (int i = 0; i < hashes.length; i++) {
      put(hashes[i], i);
    }
  }

  /** Positions count from 0 in the order given; the first of two equal hashes stays. */
  static HashIndex of(long[] hashes) {
    return new HashIndex(hashes);
  }

  int find(long hash) {
    for (int slot = (int) hash & mask; keys[slot] != 0; slot = (slot + 1) & mask) {
      if (keys[slot] == hash) {
        return positions[slot];
      }
    }
    return -1;
  }

  private void put(long hash, int position) {
    int slot = (int) hash & mask;
    while (keys[slot] != 0) {
      if (keys[slot] == hash) {
        return;
      }
      slot = (slot + 1) & mask;
    }
    keys[slot] = hash;
    positions[slot] = position;
  }
}
