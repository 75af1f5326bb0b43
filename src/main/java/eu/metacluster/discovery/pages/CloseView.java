package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.map.Closeup;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of the map with its organisations as points, and the same as a table.
 *
 * @param title what is shown, empty for a window without a name
 * @param lines those with most projects
 * @param more how many further ones there are
 * @param trail what lies around it, by address
 * @param moves the addresses of the windows beside it, by the word of the direction
 */
public record CloseView(
    String title,
    Closeup closeup,
    List<Point> points,
    List<Line> lines,
    long more,
    Map<String, String> trail,
    Map<String, String> moves) {

  /**
   * A point and where it leads.
   *
   * @param href null when there is nothing behind it
   * @param name of the only organisation there, empty for several
   */
  public record Point(Closeup.Cluster cluster, @Nullable String href, String name) {}

  /**
   * An organisation.
   *
   * @param path its page, null when it is none of the public ones
   * @param place city or region, empty when it says neither
   * @param href the projects it takes part in, empty where no list is the same
   */
  public record Line(
      String name,
      @Nullable String path,
      String place,
      long projects,
      String href,
      BigDecimal contribution) {}
}
