package eu.metacluster.screening.learning;

import java.util.ArrayList;
import java.util.List;

/** All the ways in which finding may have slowed down, each with how probable it is. */
final class DecayCurves {

  private static final double[] POWERS = {0.5, 0.75, 1.0001, 1.5, 2, 3, 5, 8};
  private static final int SCALES = 12;
  private static final double SHORTEST = 0.003;

  /** Finds count as this many times fewer independent ones: they come in clusters. */
  private static final double CLUSTERING = 4;

  private static final double NEGLIGIBLE = 1e-5;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private final Progress progress;
  private final int unread;
  private final List<Curve> curves = new ArrayList<>();

  /**
   * One curve.
   *
   * @param weight how probable it is
   * @param ahead what it still expects to be found
   */
  private record Curve(double weight, double ahead) {}

  DecayCurves(Progress progress, int unread) {
    this.progress = progress;
    this.unread = unread;
    double all = (double) progress.read() + unread;
    List<double[]> logs = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < SCALES; i++) {
      double scale = all * SHORTEST * Math.pow(1 / SHORTEST, i / (SCALES - 1.0));
      for (double power : POWERS) {
        double[] one = fit(scale, power, all);
        logs.add(one);
        best = Math.max(best, one[0]);
      }
    }
    double sum = 0;
    for (double[] one : logs) {
      sum += Math.exp(one[0] - best);
    }
    for (double[] one : logs) {
      double weight = Math.exp(one[0] - best) / sum;
      if (weight > NEGLIGIBLE) {
        curves.add(new Curve(weight, one[1]));
      }
    }
  }

  private double strength() {
    return progress.found() + 0.5;
  }

  /** The logarithm of how well a curve fits, and what it expects ahead. */
  private double[] fit(double scale, double power, double all) {
    double past = area(scale, power, Math.max(progress.read(), 1));
    double fit = -strength() * Math.log(past);
    for (int place : progress.finds()) {
      fit -= power * Math.log1p((place - 0.5) / scale);
    }
    double ahead = strength() * (area(scale, power, all) - past) / past;
    return new double[] {fit / CLUSTERING, Math.min(ahead, unread)};
  }

  private static double area(double scale, double power, double to) {
    return scale / (1 - power) * (Math.pow(1 + to / scale, 1 - power) - 1);
  }

  /** Sums up what the curves say: counts ahead are negative binomial for each of them. */
  Remaining remaining(double recall) {
    int found = progress.found();
    int allowed = (int) Math.floor(found / recall + 1e-9) - found;
    double r = strength() / CLUSTERING;
    double total = curves.stream().mapToDouble(Curve::weight).sum();
    double[] logs = new double[curves.size()];
    double expected = 0;
    for (int c = 0; c < logs.length; c++) {
      logs[c] = r * Math.log(r / (r + curves.get(c).ahead()));
      expected += curves.get(c).weight() / total * curves.get(c).ahead();
    }
    double sum = 0;
    double chance = 0;
    int low = -1;
    int high = -1;
    for (int count = 0; count <= unread && (high < 0 || count <= allowed); count++) {
      for (int c = 0; c < logs.length; c++) {
        double ahead = curves.get(c).ahead();
        sum += curves.get(c).weight() / total * Math.exp(logs[c]);
        logs[c] += Math.log((r + count) / (count + 1.0) * (ahead / (r + ahead)));
      }
      chance = count <= allowed ? sum : chance;
      low = low < 0 && sum >= LOW ? count : low;
      high = high < 0 && sum >= HIGH ? count : high;
    }
    return new Remaining(
        expected, low < 0 ? unread : low, high < 0 ? unread : high, Math.min(chance, 1));
  }
}
