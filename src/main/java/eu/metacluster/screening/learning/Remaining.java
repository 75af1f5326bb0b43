package eu.metacluster.screening.learning;

/**
 * How many relevant texts are probably still unread.
 *
 * @param expected the mean of what is thought possible
 * @param low lower end of the 90 % interval
 * @param high upper end of the 90 % interval
 * @param chance how probable it is that 95 % of all relevant texts are found
 */
public record Remaining(double expected, int low, int high, double chance) {}
