package eu.metacluster.discovery.search;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.UUID;

/**
 * Where one organisation is, and what of the found records it takes part in.
 *
 * @param country ISO 3166-1 alpha-2, empty when unknown
 * @param region NUTS code, empty when unknown
 * @param latitude degrees, not a number when it does not say where it is
 * @param projects found projects in which it takes part
 * @param contribution euro, what it gets in them
 */
public record Seat(
    UUID organisation,
    String country,
    String region,
    double latitude,
    double longitude,
    long projects,
    BigDecimal contribution) {

  /** Most projects first, then most money. */
  public static final Comparator<Seat> MOST =
      Comparator.comparingLong((Seat seat) -> -seat.projects())
          .thenComparing(Seat::contribution, Comparator.reverseOrder())
          .thenComparing(Seat::organisation);

  /** Whether it has a point of its own. */
  public boolean placed() {
    return !Double.isNaN(latitude) && !Double.isNaN(longitude);
  }
}
