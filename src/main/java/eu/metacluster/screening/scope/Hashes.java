package eu.metacluster.screening.scope;

/** The 64-bit hashes that stand for words and pairs of words. */
final class Hashes {

  private Hashes() {}

  /**
   * Stafford's mix 13: every bit of the input moves every bit of the output. Never 0, which marks
   * an empty slot.
   */
  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    z ^= z >>> 31;
    return z == 0 ? 1 : z;
  }

  static long pair(long first, long second) {
    return mix(first * 0x9e3779b97f4a7c15L + second);
  }
}
