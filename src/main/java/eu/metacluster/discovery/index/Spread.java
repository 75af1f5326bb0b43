package eu.metacluster.discovery.index;

import java.math.BigDecimal;
import java.util.List;

/**
 * Where the found records happen.
 *
 * @param countries by country, most organisations first
 * @param regions by region, those with a point on the map
 * @param projects projects found
 * @param organisations different organisations that take part in them, or that were found
 *     themselves
 * @param unplaced organisations whose country is not known
 */
public record Spread(
    List<Country> countries,
    List<Region> regions,
    long projects,
    long organisations,
    long unplaced) {

  /**
   * One country's part.
   *
   * @param iso ISO 3166-1 alpha-2
   * @param organisations different organisations there
   * @param projects projects with a partner there
   * @param contribution euro, to partners there
   */
  public record Country(String iso, long organisations, long projects, BigDecimal contribution) {}

  /**
   * One region's part, shown at the mean of its organisations' own points.
   *
   * @param code NUTS code
   */
  public record Region(
      String code, String country, double latitude, double longitude, long organisations) {}
}
