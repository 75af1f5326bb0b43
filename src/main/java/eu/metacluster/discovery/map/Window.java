package eu.metacluster.discovery.map;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of the sheet that is looked at; always of the sheet's shape and within it.
 *
 * @param x of its middle
 * @param y of its middle
 * @param width in units of the sheet, 2.4 km each
 */
public record Window(double x, double y, double width) {

  /** All of the sheet. */
  public static final Window WHOLE =
      new Window(Projection.WIDTH / 2.0, Projection.HEIGHT / 2.0, Projection.WIDTH);

  private static final double SMALLEST = 4;
  private static final double SHAPE = (double) Projection.HEIGHT / Projection.WIDTH;
  private static final double STEP = 2;
  private static final double PAN = 0.4;
  private static final double MARGIN = 1.12;
  private static final Pattern TEXT =
      Pattern.compile("([0-9]{1,4}(?:\\.[0-9])?),([0-9]{1,4}(?:\\.[0-9])?),([0-9]{1,4})");

  /** Brings what was asked for onto the sheet. */
  public Window {
    width = Math.clamp(width, SMALLEST, Projection.WIDTH);
    x = Math.clamp(x, width / 2, Projection.WIDTH - width / 2);
    y = Math.clamp(y, width * SHAPE / 2, Projection.HEIGHT - width * SHAPE / 2);
  }

  /** Reads {@link #text()}; empty for anything else. */
  public static Optional<Window> of(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new Window(
                Double.parseDouble(parts.group(1)),
                Double.parseDouble(parts.group(2)),
                Double.parseDouble(parts.group(3))))
        : Optional.empty();
  }

  /** The smallest that shows all of this, with a margin. */
  public static Window around(Box box) {
    double width = Math.max(box.right() - box.left(), (box.bottom() - box.top()) / SHAPE);
    return new Window(
        (box.left() + box.right()) / 2,
        (box.top() + box.bottom()) / 2,
        Math.ceil(Math.max(width * MARGIN, SMALLEST)));
  }

  /** As it stands in addresses: the middle and the width. */
  public String text() {
    return tenth(x) + "," + tenth(y) + "," + Math.round(width);
  }

  /** How high it is, in the same units. */
  public double height() {
    return width * SHAPE;
  }

  /** For the {@code viewBox} of a drawing. */
  public String viewBox() {
    return tenth(x - width / 2)
        + " "
        + tenth(y - width * SHAPE / 2)
        + " "
        + tenth(width)
        + " "
        + tenth(width * SHAPE);
  }

  /** Half as wide. */
  public Window in() {
    return new Window(x, y, Math.max(SMALLEST, Math.round(width / STEP)));
  }

  /** Twice as wide. */
  public Window out() {
    return new Window(x, y, width * STEP);
  }

  /** Moved by a good third of itself. */
  public Window towards(int east, int south) {
    return new Window(x + east * PAN * width, y + south * PAN * width * SHAPE, width);
  }

  /** Whether it is all of the sheet. */
  public boolean whole() {
    return width >= Projection.WIDTH;
  }

  /** Whether nothing smaller can be shown. */
  public boolean nearest() {
    return width <= SMALLEST;
  }

  /** How near it is, 0 for the whole sheet and one more each time it is half as wide, up to 9. */
  public int nearness() {
    return (int) Math.round(Math.log(Projection.WIDTH / width) / Math.log(2));
  }

  boolean holds(Projection.Point point) {
    return Math.abs(point.x() - x) <= width / 2 && Math.abs(point.y() - y) <= width * SHAPE / 2;
  }

  static String tenth(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
