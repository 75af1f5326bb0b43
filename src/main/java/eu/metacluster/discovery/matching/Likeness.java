package eu.metacluster.discovery.matching;

/**
 * How alike two texts are, each way of looking 0 to 1; of meanings also below 0.
 *
 * @param words by the stems of their words
 * @param pairs by words and pairs of neighbouring words
 * @param meaning by their vectors, beyond what all texts have in common; 0 when one has none
 * @param covered how much of a brief text the other one says, too; 0 when neither is brief
 * @param brief whether one of them is little more than a title
 */
record Likeness(float words, float pairs, float meaning, float covered, boolean brief) {

  private static final float WORDS = 1f;
  private static final float PAIRS = 2f;

  /** Long texts say by their words what they are about. */
  private static final float MEANING = 0.25f;

  /** A title has few words, so that what it means and how much of it is found say more. */
  private static final float BRIEF_MEANING = 1f;

  private static final float COVERED = 0.6f;

  /** All of it in one number, at most about 4.6. */
  float joint() {
    return WORDS * words
        + PAIRS * pairs
        + (brief ? BRIEF_MEANING : MEANING) * meaning
        + COVERED * covered;
  }
}
