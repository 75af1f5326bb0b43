package eu.metacluster.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param key what was measured; also its place in the table
 * @param product the product's figure with its unit
 * @param peer the peer's or the limit's figure in the same run, empty when there is none
 * @param ratio what is held against floor and aim
 * @param most whether floor and aim are the most (else the least) that is allowed
 */
record Figure(
    String key,
    String product,
    String peer,
    double ratio,
    String unit,
    double floor,
    double aim,
    boolean most) {

  /** A figure that should be small. */
  static Figure atMost(
      String key,
      String product,
      String peer,
      double ratio,
      String unit,
      double floor,
      double aim) {
    return new Figure(key, product, peer, ratio, unit, floor, aim, true);
  }

  /** A figure that should be great. */
  static Figure atLeast(
      String key,
      String product,
      String peer,
      double ratio,
      String unit,
      double floor,
      double aim) {
    return new Figure(key, product, peer, ratio, unit, floor, aim, false);
  }

  String row() {
    String sign = most ? "≤ " : "≥ ";
    return String.join(
        " | ",
        "| " + key,
        product,
        peer.isEmpty() ? "–" : peer,
        number(ratio) + unit,
        sign + number(floor) + unit,
        sign + number(aim) + unit,
        verdict() + " |");
  }

  private String verdict() {
    if (!holds(floor)) {
      return "**miss**";
    }
    return holds(aim) ? "pass, aim reached" : "pass";
  }

  private boolean holds(double bound) {
    return most ? ratio <= bound : ratio >= bound;
  }

  /** At most three digits that say something. */
  static String number(double value) {
    String format = Math.abs(value) >= 100 || value == Math.rint(value) ? "%.0f" : "%.2f";
    return String.format(
        Locale.ROOT, Math.abs(value) >= 10 && format.equals("%.2f") ? "%.1f" : format, value);
  }
}
