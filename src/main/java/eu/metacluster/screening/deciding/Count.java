package eu.metacluster.screening.deciding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the standing votes of a round come to.
 *
 * @param state whether they decide
 * @param verdict what they decide, null while they do not
 * @param persons how many of them say so
 */
record Count(State state, @Nullable Verdict verdict, int persons) {

  enum State {
    /** Nobody has voted. */
    NONE,
    /** One has voted, a second must agree. */
    WAITS_FOR_SECOND,
    /** They differ; who agrees with one of them settles it. */
    WAITS_FOR_THIRD,
    /** It is decided. */
    DECIDED
  }

  /**
   * Counts.
   *
   * @param votes the standing votes, the earliest first
   * @param two whether the two-person rule holds
   */
  static Count of(List<Verdict> votes, boolean two) {
    if (votes.isEmpty()) {
      return new Count(State.NONE, null, 0);
    }
    Verdict last = votes.getLast();
    int agreeing = (int) votes.stream().filter(last::equals).count();
    if (!two || agreeing >= 2) {
      return new Count(State.DECIDED, last, agreeing);
    }
    return new Count(
        votes.size() == 1 ? State.WAITS_FOR_SECOND : State.WAITS_FOR_THIRD, null, agreeing);
  }
}
