package eu.metacluster.discovery.map;

import java.awt.geom.Path2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads back a path as {@link Outline} writes it, for drawings that are painted. */
public final class Trace {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");

  private Trace() {}

  /** The shape in units of the sheet; each ring begins at {@code M} and goes on relative to it. */
  public static Path2D of(String path) {
    Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (String ring : path.split("M", -1)) {
      Matcher numbers = NUMBER.matcher(ring);
      double x = 0;
      double y = 0;
      boolean begun = false;
      while (numbers.find()) {
        x += Double.parseDouble(numbers.group());
        y += numbers.find() ? Double.parseDouble(numbers.group()) : 0;
        if (begun) {
          shape.lineTo(x, y);
        } else {
          shape.moveTo(x, y);
        }
        begun = true;
      }
      if (begun) {
        shape.closePath();
      }
    }
    return shape;
  }
}
