package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.map.Drawing;
import eu.metacluster.discovery.map.Lands;
import eu.metacluster.discovery.map.Regions;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Spread;
import eu.metacluster.platform.web.Page;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The map page: the drawing, and the same numbers as a table.
 *
 * @param rows countries or regions in the chosen order; what has no place comes last
 * @param outside countries that the sheet does not show, most organisations first
 */
public record AtlasView(
    Listing listing,
    Spread spread,
    AtlasChoice choice,
    Drawing drawing,
    List<Line> rows,
    List<Line> outside) {

  /**
   * One row of the table.
   *
   * @param code ISO 3166-1 alpha-2, a NUTS code, or {@link Facet#NOWHERE}
   * @param country the name of a region's country, empty for a country
   */
  public record Line(
      String code,
      String name,
      String country,
      long organisations,
      long projects,
      BigDecimal contribution) {

    /** Whether projects happen there and nobody says how much they get: not the same as nothing. */
    public boolean unstated() {
      return projects > 0 && contribution.signum() == 0;
    }

    /** Whether it is what has no place. */
    public boolean nowhere() {
      return code.equals(Facet.NOWHERE);
    }

    private static Line of(String code, String name, String country, Spread.Part part) {
      return new Line(
          code, name, country, part.organisations(), part.projects(), part.contribution());
    }
  }

  static AtlasView of(Listing listing, Spread spread, AtlasChoice choice, Page page) {
    List<Line> countries =
        spread.countries().stream()
            .map(part -> Line.of(part.iso(), page.country(part.iso()), "", part))
            .toList();
    Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
    countries.forEach(line -> values.put(line.code(), choice.measure().of(line)));
    Drawing drawing =
        Drawing.of(values, choice.measure() == AtlasChoice.Measure.CONTRIBUTION)
            .withRegions(spread.regions());
    return new AtlasView(
        listing,
        spread,
        choice,
        drawing,
        rows(spread, choice, countries, page),
        countries.stream().filter(line -> !Lands.onSheet(line.code())).toList());
  }

  private static List<Line> rows(
      Spread spread, AtlasChoice choice, List<Line> countries, Page page) {
    Stream<Line> lines =
        choice.unit() == AtlasChoice.Unit.COUNTRIES
            ? countries.stream()
            : spread.regions().stream()
                .map(
                    part ->
                        Line.of(
                            part.code(),
                            Regions.name(part.code()),
                            page.country(part.country()),
                            part));
    Line nowhere =
        Line.of(
            Facet.NOWHERE, Wording.value(page, Facet.COUNTRY, Facet.NOWHERE), "", spread.nowhere());
    Stream<Line> last = nowhere.organisations() > 0 ? Stream.of(nowhere) : Stream.empty();
    return Stream.concat(lines.sorted(comparator(choice.order(), page)), last).toList();
  }

  private static Comparator<Line> comparator(AtlasChoice.Order order, Page page) {
    Collator collator = Collator.getInstance(page.locale());
    Comparator<Line> byName = Comparator.comparing(Line::name, collator::compare);
    return switch (order) {
      case NAME -> byName;
      case ORGANISATIONS ->
          Comparator.comparingLong(Line::organisations).reversed().thenComparing(byName);
      case PROJECTS -> Comparator.comparingLong(Line::projects).reversed().thenComparing(byName);
      case CONTRIBUTION ->
          Comparator.comparing(Line::contribution).reversed().thenComparing(byName);
    };
  }

  /** The same map with other shades. */
  public String show(AtlasChoice.Measure other) {
    return address(choice.with(other));
  }

  /** The same map with the table in another order. */
  public String by(AtlasChoice.Order other) {
    return address(choice.with(other));
  }

  /** The same map with the other table. */
  public String table(AtlasChoice.Unit other) {
    return address(choice.with(other));
  }

  private String address(AtlasChoice other) {
    return Listing.with(other.kept(), listing.query().address(listing.path()));
  }
}
