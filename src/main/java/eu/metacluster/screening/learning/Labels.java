package eu.metacluster.screening.learning;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the views learn from: the decisions, and the scope's text as one more relevant text when
 * there is one.
 */
final class Labels {

  static final byte UNREAD = 0;
  static final byte RELEVANT = 1;
  static final byte IRRELEVANT = 2;

  /** Read, but the votes are even. */
  static final byte EVEN = 3;

  private final byte[] kinds;
  private int relevant;
  private int irrelevant;

  /**
   * Labels of a pool's rows.
   *
   * @param rows as many as there are decisions, or one more, which is the scope's text
   */
  Labels(Decisions decisions, int rows) {
    kinds = new byte[rows];
    for (int i = 0; i < rows; i++) {
      kinds[i] = i < decisions.size() ? kind(decisions, i) : RELEVANT;
      relevant += kinds[i] == RELEVANT ? 1 : 0;
      irrelevant += kinds[i] == IRRELEVANT ? 1 : 0;
    }
  }

  private static byte kind(Decisions decisions, int text) {
    if (decisions.isUnread(text)) {
      return UNREAD;
    }
    if (decisions.isRelevant(text)) {
      return RELEVANT;
    }
    return decisions.isIrrelevant(text) ? IRRELEVANT : EVEN;
  }

  int count() {
    return kinds.length;
  }

  byte kind(int row) {
    return kinds[row];
  }

  /** Whether every row is labelled as it is here. */
  boolean same(@Nullable Labels other) {
    return other != null && Arrays.equals(kinds, other.kinds);
  }

  boolean teaches(int row) {
    return kinds[row] == RELEVANT || kinds[row] == IRRELEVANT;
  }

  int relevant() {
    return relevant;
  }

  int irrelevant() {
    return irrelevant;
  }
}
