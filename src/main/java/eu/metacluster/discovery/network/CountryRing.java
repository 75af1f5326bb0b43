package eu.metacluster.discovery.network;

import eu.metacluster.discovery.charts.Lettering;
import eu.metacluster.discovery.charts.Ties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays names out around an oval, half of them at each side and evenly from top to bottom, so that
 * no two labels cover each other. The same names always stand in the same places.
 */
final class CountryRing {

  private static final double MIDDLE_X = Ties.WIDTH / 2.0;
  private static final double MIDDLE_Y = Ties.HEIGHT / 2.0;
  private static final double RADIUS_X = 300;
  private static final double RADIUS_Y = 290;
  private static final double GAP = 8;
  private static final int SIZE = 14;

  private final Map<String, double[]> places = new HashMap<>();

  /**
   * @param codes in the order in which they stand, down the right side and up the left
   */
  CountryRing(List<String> codes) {
    int right = (codes.size() + 1) / 2;
    for (int at = 0; at < codes.size(); at++) {
      boolean left = at >= right;
      int side = left ? codes.size() - right : right;
      int row = left ? codes.size() - 1 - at : at;
      double away = (2 * (row + 0.5) / side - 1) * RADIUS_Y;
      double out = RADIUS_X * Math.sqrt(1 - Math.pow(away / RADIUS_Y, 2));
      places.put(codes.get(at), new double[] {MIDDLE_X + (left ? -out : out), MIDDLE_Y + away});
    }
  }

  /** The middle of one of them. */
  double[] place(String code) {
    return places.getOrDefault(code, new double[] {MIDDLE_X, MIDDLE_Y});
  }

  Ties.Knot knot(String code, String label, String title, String href, double radius) {
    double[] place = place(code);
    boolean left = place[0] < MIDDLE_X;
    double labelX = left ? place[0] - radius - GAP : place[0] + radius + GAP;
    double room = left ? labelX - GAP : Ties.WIDTH - labelX - GAP;
    String fitting = Lettering.fitting(label, SIZE, room);
    return new Ties.Knot(fitting, title, href, place[0], place[1], radius, labelX, left, false);
  }
}
