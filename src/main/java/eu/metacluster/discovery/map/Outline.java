package eu.metacluster.discovery.map;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns the rings of an area, in degrees, into a path on the sheet. Points that lie closer together
 * than anybody sees are left out, and rings that are not on the sheet.
 */
public final class Outline {

  /** In units of the sheet, 2.4 km each. */
  private static final double FINEST = 0.7;

  private static final int TRIANGLE = 3;

  private final StringBuilder path = new StringBuilder();
  private final List<double[]> whole = new ArrayList<>();

  /** Adds a ring of longitudes and latitudes in turn, closed or not. */
  public void ring(double[] degrees) {
    List<Projection.Point> kept = new ArrayList<>();
    boolean seen = false;
    for (int i = 0; i + 1 < degrees.length; i += 2) {
      Projection.Point at = Projection.sheet(degrees[i + 1], degrees[i]);
      seen |= at.onSheet();
      if (kept.isEmpty() || far(kept.getLast(), at)) {
        kept.add(at);
      }
    }
    if (seen && kept.size() >= TRIANGLE) {
      write(kept);
    } else if (seen) {
      whole.add(degrees);
    }
  }

  private static boolean far(Projection.Point a, Projection.Point b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y()) >= FINEST;
  }

  private void write(List<Projection.Point> points) {
    long x = 0;
    long y = 0;
    char command = 'M';
    for (Projection.Point point : points) {
      long toX = Math.round(point.x() * 10);
      long toY = Math.round(point.y() * 10);
      path.append(command);
      tenth(toX - x).append(' ');
      tenth(toY - y);
      command = 'l';
      x = toX;
      y = toY;
    }
    path.append('z');
  }

  private StringBuilder tenth(long tenths) {
    if (tenths < 0) {
      path.append('-');
    }
    long size = Math.abs(tenths);
    path.append(size / 10);
    if (size % 10 != 0) {
      path.append('.').append(size % 10);
    }
    return path;
  }

  /**
   * The path for the {@code d} attribute of SVG; empty when nothing of the area is on the sheet. An
   * area that is all too small is drawn as large as can be seen.
   */
  public String path() {
    if (path.isEmpty() && !whole.isEmpty()) {
      double[] first = whole.getFirst();
      Projection.Point at = Projection.sheet(first[1], first[0]);
      write(
          List.of(
              at,
              new Projection.Point(at.x() + 2, at.y()),
              new Projection.Point(at.x() + 2, at.y() + 2),
              new Projection.Point(at.x(), at.y() + 2)));
    }
    return path.toString();
  }
}
