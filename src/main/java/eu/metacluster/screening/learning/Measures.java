package eu.metacluster.screening.learning;

/**
 * How good a reading order is. Texts that were decided before the reading began take no part.
 *
 * @param wss95 work saved over sampling at 95 % recall: 1 − n95/N − 0.05, n95 being what was read
 *     when ⌈0.95 R⌉ relevant texts were found
 * @param recall10 share of the relevant texts among the first ⌊N/10⌋ read
 * @param atd mean place of a relevant text, divided by N
 * @param loss area between the best possible curve of what is found and this one, 0 (best) to 1
 */
public record Measures(double wss95, double recall10, double atd, double loss) {

  /**
   * Measures an order.
   *
   * @param relevant whether the text read first, second … was relevant
   * @throws IllegalArgumentException when none of them is
   */
  public static Measures of(boolean[] relevant) {
    int all = relevant.length;
    int sought = 0;
    for (boolean one : relevant) {
      sought += one ? 1 : 0;
    }
    if (sought == 0) {
      throw new IllegalArgumentException("an order without a relevant text cannot be measured");
    }
    int enough = (int) Math.ceil(0.95 * sought - 1e-9);
    int tenth = Math.max((int) (0.10 * all), 1);
    int found = 0;
    int n95 = 0;
    int inTenth = 0;
    double places = 0;
    double area = 0;
    for (int i = 0; i < all; i++) {
      if (relevant[i]) {
        found++;
        places += i + 1;
        n95 = found == enough ? i + 1 : n95;
        inTenth += i < tenth ? 1 : 0;
      }
      area += found;
    }
    double r = sought;
    double loss = all == sought ? 0 : (r * (all - (r - 1) / 2) - area) / (r * (all - r));
    return new Measures(1 - (double) n95 / all - 0.05, inTenth / r, places / r / all, loss);
  }
}
