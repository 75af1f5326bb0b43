package eu.metacluster.discovery.charts;

import java.awt.geom.Path2D;
import java.util.List;

/**
 * A drawing made of a few plain things, in the order in which they are painted.
 *
 * @param width in units, one is a pixel
 * @param title what it shows, for those who do not see it
 */
record Picture(int width, int height, String title, List<Mark> marks) {

  /** Something painted. */
  sealed interface Mark permits Box, Word, Rule, Disc, Ring, Shape {}

  /** A filled rectangle. */
  record Box(double x, double y, double width, double height, Tone tone) implements Mark {}

  /**
   * A line of text.
   *
   * @param x where it begins, has its middle, or ends
   * @param y its base line
   * @param turned whether it runs upwards
   */
  record Word(
      double x, double y, String text, double size, Anchor anchor, Tone tone, boolean turned)
      implements Mark {}

  /** A straight line. */
  record Rule(double x1, double y1, double x2, double y2, Tone tone, double thickness)
      implements Mark {
    /** A thin one. */
    Rule(double x1, double y1, double x2, double y2, Tone tone) {
      this(x1, y1, x2, y2, tone, 1);
    }
  }

  /** A filled circle. */
  record Disc(double x, double y, double radius, Tone tone) implements Mark {}

  /** A circle through which one sees what lies below. */
  record Ring(double x, double y, double radius) implements Mark {}

  /** A filled area with a thin border in the colour of the ground. */
  record Shape(Path2D path, Tone tone) implements Mark {}

  /** What of a text stands at its place. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }
}
