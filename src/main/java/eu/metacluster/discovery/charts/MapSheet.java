package eu.metacluster.discovery.charts;

import java.awt.geom.Path2D;
import java.util.List;

/**
 * A map as a drawing that stands alone, and as a table.
 *
 * @param table everything that is counted, line by line
 * @param left of the part that is shown, in units of the sheet, as the others
 * @param fields areas, in the order in which they are painted
 * @param points what is painted upon them
 * @param keys what the shades mean
 * @param notice what the boundaries want to be said, empty when nothing
 */
public record MapSheet(
    Chart table,
    double left,
    double top,
    double width,
    double height,
    List<Field> fields,
    List<Point> points,
    List<Key> keys,
    String notice) {

  /**
   * An area.
   *
   * @param shade 0 none, 1 to 5 from few to many, -1 when no value is known
   */
  public record Field(Path2D shape, int shade) {}

  /** How a point looks. */
  public enum Look {
    /** One sees through it what lies below. */
    RING,
    /** A single place. */
    ONE,
    /** Several places, told by their number. */
    MANY
  }

  /**
   * A circle.
   *
   * @param number written in it, empty for none
   */
  public record Point(double x, double y, double radius, Look look, String number) {}

  /** A line of the legend. */
  public record Key(int shade, String label) {}
}
