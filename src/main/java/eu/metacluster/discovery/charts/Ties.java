package eu.metacluster.discovery.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Things and what joins them, as a drawing and as a table.
 *
 * @param knots what is joined
 * @param lines what joins them, thin ones first
 * @param table every tie with its figure, the strongest first
 */
public record Ties(List<Knot> knots, List<Tie> lines, Chart table) {

  /** The drawing's size in its own units. */
  public static final int WIDTH = 960;

  /** See {@link #WIDTH}. */
  public static final int HEIGHT = 600;

  /** A line may be as thick as this. */
  public static final int HEAVIEST = 4;

  /**
   * One of them.
   *
   * @param label as far as there is room for it
   * @param labelX where the label begins, or ends when it stands at the left
   * @param title what it is called and what is counted
   * @param href where it leads, null for nowhere
   * @param own whether the others are there because of it
   */
  public record Knot(
      String label,
      String title,
      @Nullable String href,
      double x,
      double y,
      double radius,
      double labelX,
      boolean left,
      boolean own) {}

  /**
   * What joins two of them.
   *
   * @param weight 1 to {@link #HEAVIEST}
   * @param strong whether it stands out
   * @param href the records that join them, null when there is no such list
   */
  public record Tie(
      double x1,
      double y1,
      double x2,
      double y2,
      int weight,
      boolean strong,
      String title,
      @Nullable String href) {}

  /** The largest weight for the most, less for fewer. */
  public static int weight(double count, double most) {
    return (int) Math.clamp(Math.ceil(HEAVIEST * count / Math.max(1, most)), 1, HEAVIEST);
  }
}
