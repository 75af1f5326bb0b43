package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.index.Spread;
import eu.metacluster.discovery.map.Drawing;
import eu.metacluster.discovery.map.Lands;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The map page: the drawing, and the same numbers as a table.
 *
 * @param rows countries in the chosen order
 * @param outside countries that the sheet does not show
 */
public record AtlasView(
    Listing listing,
    Spread spread,
    Measure measure,
    Order order,
    Drawing drawing,
    List<Spread.Country> rows,
    List<Spread.Country> outside) {

  /** What the shades show. */
  public enum Measure {
    ORGANISATIONS,
    PROJECTS,
    CONTRIBUTION;

    /** The word in addresses and message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Measure of(@Nullable String word) {
      return Arrays.stream(values())
          .filter(measure -> measure.word().equals(word))
          .findFirst()
          .orElse(ORGANISATIONS);
    }

    /** Null when there are partners but nobody says how much they get. */
    @Nullable BigDecimal of(Spread.Country country) {
      return switch (this) {
        case ORGANISATIONS -> BigDecimal.valueOf(country.organisations());
        case PROJECTS -> BigDecimal.valueOf(country.projects());
        case CONTRIBUTION -> country.contribution().signum() == 0 ? null : country.contribution();
      };
    }
  }

  /** What the table is sorted by. */
  public enum Order {
    COUNTRY,
    ORGANISATIONS,
    PROJECTS,
    CONTRIBUTION;

    /** The word in addresses and message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Order of(@Nullable String word) {
      return Arrays.stream(values())
          .filter(order -> order.word().equals(word))
          .findFirst()
          .orElse(ORGANISATIONS);
    }

    Comparator<Spread.Country> comparator() {
      return switch (this) {
        case COUNTRY -> Comparator.comparing(Spread.Country::iso);
        case ORGANISATIONS -> Comparator.comparingLong(Spread.Country::organisations).reversed();
        case PROJECTS -> Comparator.comparingLong(Spread.Country::projects).reversed();
        case CONTRIBUTION -> Comparator.comparing(Spread.Country::contribution).reversed();
      };
    }
  }

  static AtlasView of(Listing listing, Spread spread, Measure measure, Order order) {
    Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
    spread.countries().forEach(country -> values.put(country.iso(), measure.of(country)));
    Drawing drawing =
        Drawing.of(values, measure == Measure.CONTRIBUTION).withRegions(spread.regions());
    List<Spread.Country> rows = spread.countries().stream().sorted(order.comparator()).toList();
    return new AtlasView(
        listing,
        spread,
        measure,
        order,
        drawing,
        rows,
        rows.stream().filter(country -> !Lands.onSheet(country.iso())).toList());
  }

  /** The same map with other shades. */
  public String show(Measure other) {
    return address(other, order);
  }

  /** The same map with the table in another order. */
  public String by(Order other) {
    return address(measure, other);
  }

  private String address(Measure show, Order by) {
    String address = listing.query().address("/map");
    String more = show == Measure.ORGANISATIONS ? "" : "show=" + show.word();
    if (by != Order.ORGANISATIONS) {
      more += (more.isEmpty() ? "" : "&") + "order=" + by.word();
    }
    return more.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + more;
  }
}
