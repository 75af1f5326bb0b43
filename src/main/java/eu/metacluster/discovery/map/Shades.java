package eu.metacluster.discovery.map;

import java.util.ArrayList;
import java.util.List;

/**
 * Up to five steps of one hue from few to many, at round numbers that grow evenly by factors.
 *
 * @param from the smallest value of each step, ascending
 */
record Shades(List<Double> from) {

  private static final int STEPS = 5;

  /** Steps for values from {@code least}, the smallest above zero, to {@code most}. */
  static Shades between(double least, double most) {
    List<Double> from = new ArrayList<>();
    if (most > 0) {
      double low = Math.max(least, most / 300);
      from.add(least);
      for (int i = 1; i < STEPS; i++) {
        double step = round(low * Math.pow(most / low, (double) i / STEPS));
        if (step > from.getLast() && step <= most) {
          from.add(step);
        }
      }
    }
    return new Shades(List.copyOf(from));
  }

  /** 0 for nothing, else the step from 1 that holds the value. */
  int of(double value) {
    int shade = 0;
    for (double start : from) {
      if (value >= start) {
        shade++;
      }
    }
    return value > 0 ? Math.max(1, shade) : 0;
  }

  private static double round(double value) {
    double size = Math.pow(10, Math.floor(Math.log10(value)));
    double digit = value / size;
    return (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10) * size;
  }
}
