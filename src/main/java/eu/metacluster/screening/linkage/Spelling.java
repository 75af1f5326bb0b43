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
    return alike(one, letters(one), other, letters(other));
  }

  /** The same for words whose {@link #letters} are known: most pairs need no second look. */
  static double alike(String one, long ofOne, String other, long ofOther) {
    boolean swap = one.length() > other.length();
    String shorter = swap ? other : one;
    String longer = swap ? one : other;
    long lost = swap ? ofOther & ~ofOne : ofOne & ~ofOther;
    long gained = swap ? ofOne & ~ofOther : ofOther & ~ofOne;
    if (lost == 0
        && (shorter.length() >= 4 || shorter.length() == 1)
        && longer.startsWith(shorter)) {
      return shorter.length() == 1 ? 0.5 : OF_A_BEGINNING;
    }
    int most = (int) ((1 - LEAST) * longer.length());
    int fewest = Math.max(longer.length() - shorter.length(), Long.bitCount(gained));
    if (shorter.length() < 3 || Math.max(fewest, Long.bitCount(lost)) > most) {
      return 0;
    }
    int steps = steps(shorter, longer, most);
    return steps > most ? 0 : 1 - (double) steps / longer.length();
  }

  /** Which letters a word has, a bit each; different letters may share one. */
  static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1L << word.charAt(i);
    }
    return letters;
  }

  /**
   * Edit distance with swaps of neighbours (optimal string alignment), or more than {@code most}.
   */
  static int steps(String one, String other, int most) {
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] now = new int[other.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      now[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int steps = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(last[j], now[j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          steps = Math.min(steps, before[j - 2] + 1);
        }
        now[j] = steps;
        least = Math.min(least, steps);
      }
      if (least > most) {
        return most + 1;
      }
      int[] free = before;
      before = last;
      last = now;
      now = free;
    }
    return last[other.length()];
  }
}
