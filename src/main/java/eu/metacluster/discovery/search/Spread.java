package eu.metacluster.discovery.search;

import java.math.BigDecimal;
import java.util.List;

/**
 * Where the found records happen.
 *
 * @param countries by country, most organisations first
 * @param regions by region
 * @param nowhere what is European as a whole or says no place; its code is {@link Facet#NOWHERE}
 * @param projects projects found
 * @param organisations different organisations that take part in them, or that were found
 *     themselves
 */
public record Spread(
    List<Country> countries,
    List<Region> regions,
    Country nowhere,
    long projects,
    long organisations) {

  /** A country or a region, with its numbers. */
  public sealed interface Part permits Country, Region {

    long organisations();

    long projects();

    /** Euro, to partners there. */
    BigDecimal contribution();
  }

  /**
   * One country's part.
   *
   * @param iso ISO 3166-1 alpha-2
   * @param organisations different organisations there
   * @param projects projects with a partner there
   * @param contribution euro, to partners there
   */
  public record Country(String iso, long organisations, long projects, BigDecimal contribution)
      implements Part {}

  /**
   * One region's part, shown at the mean of its organisations' own points.
   *
   * @param code NUTS code
   * @param latitude degrees, not a number when none of them says where it is
   */
  public record Region(
      String code,
      String country,
      double latitude,
      double longitude,
      long organisations,
      long projects,
      BigDecimal contribution)
      implements Part {}
}
