package eu.metacluster.screening.learning;

/**
 * How many relevant texts are probably still unread.
 *
 * @param expected the mean of what is thought possible
 * @param low lower end of the 90 % interval
 * @param high upper end of the 90 % interval
 * @param chance how probable it is that 95 % of all relevant texts are found
 */
public record Remaining(double expected, int low, int high, double chance) {

  private static final int FAR_APART = 10;

  /** Whether the ends are so far apart that the mean would say more than is known. */
  public boolean vague() {
    return high > FAR_APART * Math.max(1, low);
  }
}
