package eu.metacluster.screening.linkage;

/** How alike two words are spelt. */
final class Spelling {

  private static final double LEAST = 0.65;
  private static final double OF_A_BEGINNING = 0.85;

  private Spelling() {}

  /**
   * Likeness between 0 and 1 of two different words: one minus the share of letters to change,
   * insert, drop or swap; a word that begins the other counts nearly whole; 0 when they are far
   * apart.
   */
  static double alike(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = shorter.equals(one) ? other : one;
    if (begins(shorter.length()) && longer.startsWith(shorter)) {
      return shorter.length() == 1 ? 0.5 : OF_A_BEGINNING;
    }
    int most = most(longer.length());
    if (shorter.length() < 3 || longer.length() - shorter.length() > most) {
      return 0;
    }
    int steps = steps(shorter, longer);
    return steps > most ? 0 : 1 - (double) steps / longer.length();
  }

  /**
   * Whether two words cannot be alike, by their lengths and {@link #letters} alone: each letter
   * that only one of them has takes a step.
   */
  static boolean farApart(int one, long ofOne, int other, long ofOther) {
    int shorter = Math.min(one, other);
    int longer = Math.max(one, other);
    int more = Math.max(Long.bitCount(ofOne & ~ofOther), Long.bitCount(ofOther & ~ofOne));
    boolean begins = begins(shorter) && ((one <= other ? ofOne & ~ofOther : ofOther & ~ofOne) == 0);
    return !begins && (shorter < 3 || Math.max(more, longer - shorter) > most(longer));
  }

  /** Whether a word so long may count as the beginning of a longer one. */
  private static boolean begins(int shorter) {
    return shorter >= 4 || shorter == 1;
  }

  private static int most(int longer) {
    return (int) ((1 - LEAST) * longer);
  }

  /**
   * Which letters a word has, a bit each, and which it has twice; different letters may share one.
   */
  static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      long letter = 1L << (word.charAt(i) & 31);
      letters |= (letters & letter) == 0 ? letter : letter << 32;
    }
    return letters;
  }

  /**
   * Edit distance with swaps of neighbours (optimal string alignment), by vectors of bits (Hyyrö, A
   * bit-vector algorithm for computing Levenshtein and Damerau edit distances, 2003). Words longer
   * than a vector count as far apart.
   */
  static int steps(String one, String other) {
    int size = one.length();
    if (size > Long.SIZE) {
      return Integer.MAX_VALUE;
    }
    long up = -1;
    long down = 0;
    long diagonal = 0;
    long before = 0;
    int steps = size;
    for (int j = 0; j < other.length(); j++) {
      long same = places(one, other.charAt(j));
      long swapped = ((~diagonal & same) << 1) & before;
      diagonal = (((same & up) + up) ^ up) | same | down | swapped;
      long right = down | ~(diagonal | up);
      long left = diagonal & up;
      steps += (int) (right >>> (size - 1) & 1) - (int) (left >>> (size - 1) & 1);
      right = right << 1 | 1;
      up = left << 1 | ~(diagonal | right);
      down = right & diagonal;
      before = same;
    }
    return steps;
  }

  private static long places(String word, char letter) {
    long places = 0;
    for (int i = 0; i < word.length(); i++) {
      places |= word.charAt(i) == letter ? 1L << i : 0;
    }
    return places;
  }
}
