package eu.metacluster.opendata.catalogue;

import java.util.List;

/**
 * How good the catalogue is.
 *
 * @param contact whether somebody said where to write to
 */
public record QualityReport(
    int datasets, int distributions, List<Dimension> dimensions, boolean contact) {

  /**
   * One check.
   *
   * @param key names its text
   * @param points what it brings at most
   * @param passed how many pass it
   * @param of how many there are
   */
  public record Check(String key, int points, int passed, int of) {

    /** Points for the share that passes. */
    public double score() {
      return of == 0 ? 0 : (double) points * passed / of;
    }

    /** Whether there is nothing to mend. */
    public boolean full() {
      return of > 0 && passed == of;
    }
  }

  /** A dimension with its checks. */
  public record Dimension(String key, List<Check> checks) {

    /** Points of all its checks. */
    public double score() {
      return checks.stream().mapToDouble(Check::score).sum();
    }

    /** What it brings at most. */
    public int points() {
      return checks.stream().mapToInt(Check::points).sum();
    }
  }

  /** Points of all dimensions. */
  public double score() {
    return dimensions.stream().mapToDouble(Dimension::score).sum();
  }

  /** The word that data.europa.eu gives to this many points. */
  public String rating() {
    double score = score();
    if (score > 350) {
      return "excellent";
    }
    if (score > 220) {
      return "good";
    }
    return score > 120 ? "sufficient" : "bad";
  }
}
