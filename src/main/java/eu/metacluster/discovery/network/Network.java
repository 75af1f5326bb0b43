package eu.metacluster.discovery.network;

import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.grid.GridRecord;
import java.util.List;

/**
 * An organisation, those it works with most, and who of them works with whom.
 *
 * @param projects how many public projects it takes part in
 * @param nodes its partners, most shared projects first
 * @param edges who shares projects of this organisation with whom, thin ones first
 * @param charts what its projects are about, by year
 */
public record Network(
    GridRecord centre, int projects, List<Node> nodes, List<Edge> edges, List<Chart> charts) {

  /** The drawing's size in its own units. */
  public static final int WIDTH = 960;

  /** See {@link #WIDTH}. */
  public static final int HEIGHT = 600;

  /**
   * A partner.
   *
   * @param projects how many public projects both take part in
   * @param label its name as far as there is room
   * @param x of the circle's middle
   * @param labelX where its label begins, or ends when it stands at the left
   */
  public record Node(
      GridRecord record,
      long projects,
      String label,
      String x,
      String y,
      String radius,
      String labelX,
      boolean left) {}

  /**
   * Two that share projects.
   *
   * @param weight 1 to 4, the more projects the more
   * @param own whether one of them is the organisation itself
   */
  public record Edge(String x1, String y1, String x2, String y2, int weight, boolean own) {}

  /** The address of an organisation's network. */
  public static String path(GridRecord organisation) {
    return organisation.path() + "/network";
  }

  /** What two organisations share, side by side. */
  public String compare(Node node) {
    return "/compare?with=" + centre.path() + "&with=" + node.record().path();
  }
}
