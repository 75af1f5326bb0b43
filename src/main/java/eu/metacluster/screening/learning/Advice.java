package eu.metacluster.screening.learning;

import java.util.List;

/**
 * Whether reading may stop, and why. A recommendation: persons decide.
 *
 * @param stop whether every reason is met
 * @param remaining what is probably still unread
 * @param reasons all that was looked at
 */
public record Advice(boolean stop, Remaining remaining, List<Reason> reasons) {

  /** What is looked at. */
  public enum Kind {
    /** Relevant texts found: from too few nothing can be foretold. */
    FOUND,
    /** Probability that 95 % of the relevant texts are found. */
    CHANCE
  }

  /**
   * One thing that was looked at.
   *
   * @param kind what
   * @param value how it stands
   * @param needed what it takes to be met
   */
  public record Reason(Kind kind, double value, double needed) {

    /** Whether this speaks for stopping. */
    public boolean met() {
      return value >= needed;
    }
  }
}
