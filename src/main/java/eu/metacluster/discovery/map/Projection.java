package eu.metacluster.discovery.map;

/**
 * The map's way from degrees to the sheet: Lambert's azimuthal equal-area projection with the
 * parameters of EPSG:3035 on the GRS 80 ellipsoid, which keeps areas comparable all over Europe.
 */
final class Projection {

  /** Width of the sheet in its own units; one is 2.4 km. */
  static final int WIDTH = 2000;

  static final int HEIGHT = 1708;

  private static final double WEST = 2_500_000;
  private static final double NORTH = 5_450_000;
  private static final double METRES = 2_400;

  private static final double A = 6_378_137;
  private static final double E2 = 0.006694380022903416;
  private static final double E = Math.sqrt(E2);
  private static final double LATITUDE = Math.toRadians(52);
  private static final double LONGITUDE = Math.toRadians(10);
  private static final double FALSE_EASTING = 4_321_000;
  private static final double FALSE_NORTHING = 3_210_000;

  private static final double QP = q(Math.PI / 2);
  private static final double BETA0 = Math.asin(q(LATITUDE) / QP);
  private static final double RQ = A * Math.sqrt(QP / 2);
  private static final double D =
      A
          * Math.cos(LATITUDE)
          / (Math.sqrt(1 - E2 * Math.sin(LATITUDE) * Math.sin(LATITUDE)) * RQ * Math.cos(BETA0));

  private Projection() {}

  /** A point on the sheet, from its upper left corner. */
  record Point(double x, double y) {
    boolean onSheet() {
      return x >= 0 && y >= 0 && x <= WIDTH && y <= HEIGHT;
    }
  }

  /** Easting and northing in metres, as EPSG:3035 defines them. */
  static Point metres(double latitude, double longitude) {
    double beta = Math.asin(Math.clamp(q(Math.toRadians(latitude)) / QP, -1, 1));
    double along = Math.toRadians(longitude) - LONGITUDE;
    double b =
        RQ
            * Math.sqrt(
                2
                    / (1
                        + Math.sin(BETA0) * Math.sin(beta)
                        + Math.cos(BETA0) * Math.cos(beta) * Math.cos(along)));
    double east = FALSE_EASTING + b * D * Math.cos(beta) * Math.sin(along);
    double north =
        FALSE_NORTHING
            + b
                / D
                * (Math.cos(BETA0) * Math.sin(beta)
                    - Math.sin(BETA0) * Math.cos(beta) * Math.cos(along));
    return new Point(east, north);
  }

  /** The place on the sheet. */
  static Point sheet(double latitude, double longitude) {
    Point metres = metres(latitude, longitude);
    return new Point((metres.x() - WEST) / METRES, (NORTH - metres.y()) / METRES);
  }

  private static double q(double latitude) {
    double sin = Math.sin(latitude);
    double e = E * sin;
    return (1 - E2) * (sin / (1 - e * e) - Math.log((1 - e) / (1 + e)) / (2 * E));
  }
}
