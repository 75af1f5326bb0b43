package eu.metacluster.discovery.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * Six shades of one hue from few to many. They grow with the square root, so that small numbers
 * differ from each other as large ones do.
 *
 * @param most the largest number there is
 */
public record Ramp(double most) {

  private static final int SHADES = 6;

  /** A shade and the smallest number that has it. */
  public record Step(int shade, long from) {}

  /** 0 for nothing, else 1 to 6. */
  public int of(double amount) {
    return amount <= 0 || most <= 0
        ? 0
        : (int) Math.clamp(Math.ceil(SHADES * Math.sqrt(amount / most)), 1, SHADES);
  }

  /** The shades that whole numbers can have, few to many. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (int shade = 1; shade <= SHADES; shade++) {
      double below = Math.pow((shade - 1.0) / SHADES, 2) * most;
      long from = (long) Math.floor(below + 1e-9) + 1;
      if (from <= most && of(from) == shade) {
        steps.add(new Step(shade, from));
      }
    }
    return steps;
  }
}
