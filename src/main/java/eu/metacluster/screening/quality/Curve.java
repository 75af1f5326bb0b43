package eu.metacluster.screening.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart of what was found by what was read, in units of its own drawing.
 *
 * @param points at most a hundred of the curve, the last one its end
 * @param across texts at the right edge
 * @param up relevant ones at the upper edge
 * @param even how many relevant ones so many texts would have brought in no order
 */
public record Curve(List<Point> points, int across, int up, double even) {

  static final int WIDTH = 640;
  static final int HEIGHT = 240;
  private static final int POINTS = 100;

  /** A point: so many found when so many were read. */
  public record Point(int read, int found) {}

  /**
   * The curve of a reading.
   *
   * @param relevant whether the text read first, second … was relevant
   * @param texts how many there are, read or not
   * @param total how many of them are relevant, as far as is known
   */
  static Curve of(boolean[] relevant, int texts, double total) {
    List<Point> points = new ArrayList<>();
    int found = 0;
    int step = Math.max(1, relevant.length / POINTS);
    points.add(new Point(0, 0));
    for (int read = 1; read <= relevant.length; read++) {
      found += relevant[read - 1] ? 1 : 0;
      if (read % step == 0 || read == relevant.length) {
        points.add(new Point(read, found));
      }
    }
    double even = texts == 0 ? 0 : relevant.length * total / texts;
    int up = (int) Math.ceil(Math.max(1, Math.max(found, even)));
    return new Curve(points, Math.max(1, relevant.length), up, even);
  }

  /** The curve as the points of an SVG polyline. */
  public String line() {
    StringBuilder line = new StringBuilder();
    points.forEach(
        point ->
            line.append(
                String.format(Locale.ROOT, "%.1f,%.1f ", x(point.read()), y(point.found()))));
    return line.toString().strip();
  }

  /** Where so many texts read stand, from the left. */
  public double x(int read) {
    return (double) WIDTH * read / across;
  }

  /** Where so many found stand, from the top. */
  public double y(double found) {
    return HEIGHT - (double) HEIGHT * found / up;
  }

  /** Every tenth point or so, for the table beside the drawing. */
  public List<Point> rows() {
    List<Point> rows = new ArrayList<>();
    int step = Math.max(1, points.size() / 10);
    for (int i = step; i < points.size(); i += step) {
      rows.add(points.get(i));
    }
    if (!points.isEmpty() && (rows.isEmpty() || rows.getLast() != points.getLast())) {
      rows.add(points.getLast());
    }
    return rows;
  }
}
