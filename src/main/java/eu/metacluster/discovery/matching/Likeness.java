package eu.metacluster.discovery.matching;

/**
 * How alike two texts are, each way of looking 0 to 1; of meanings also below 0.
 *
 * @param words by the stems of their words
 * @param pairs by words and pairs of neighbouring words
 * @param meaning by their vectors, beyond what all texts have in common; 0 when one has none
 */
record Likeness(float words, float pairs, float meaning) {

  private static final float WORDS = 1f;
  private static final float PAIRS = 2f;
  private static final float MEANING = 0.6f;

  /** All of it in one number, at most about 3.8. */
  float joint() {
    return WORDS * words + PAIRS * pairs + MEANING * meaning;
  }
}
