package eu.metacluster.bench;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The usual and the slow milliseconds of many answers. */
record Timings(double p50, double p99) {

  static Timings of(Collection<Double> millis) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Timings(
        sorted[sorted.length / 2], sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)]);
  }

  /** The middle one of several rounds. */
  static double median(List<Timings> rounds, ToDoubleFunction<Timings> which) {
    double[] sorted = rounds.stream().mapToDouble(which).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
