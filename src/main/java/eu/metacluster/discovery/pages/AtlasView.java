package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.areas.Areas;
import eu.metacluster.discovery.areas.Inhabitants;
import eu.metacluster.discovery.charts.ChartFile;
import eu.metacluster.discovery.map.Drawing;
import eu.metacluster.discovery.map.Lands;
import eu.metacluster.discovery.map.Regions;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.Spread;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.web.Page;
import eu.metacluster.shared.CountryCodes;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The map page: the drawing, and the same numbers as a table.
 *
 * @param rows countries or regions in the chosen order; what has no place comes last
 * @param notice what the licence of the regions' boundaries wants to be shown; null without them
 * @param outside countries that the sheet does not show, most organisations first
 * @param close what is seen from near, null for the whole map
 */
public record AtlasView(
    Listing listing,
    Spread spread,
    AtlasChoice choice,
    Drawing drawing,
    List<Line> rows,
    List<Line> outside,
    Inhabitants inhabitants,
    @Nullable String notice,
    @Nullable CloseView close) {

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

  static AtlasView of(Listing listing, Spread spread, AtlasChoice choice, Areas areas, Page page) {
    List<Line> countries =
        spread.countries().stream()
            .map(part -> Line.of(part.iso(), page.country(part.iso()), "", part))
            .toList();
    List<Line> regions = regions(spread, page);
    Inhabitants inhabitants = areas.inhabitants();
    Areas.Sheet sheet =
        choice.unit() == AtlasChoice.Unit.COUNTRIES
            ? null
            : areas.sheet(choice.unit().level()).orElse(null);
    Drawing drawing =
        sheet == null
            ? Drawing.of(values(countries, choice, inhabitants), unit(choice))
                .withRegions(spread.regions())
            : Drawing.ofRegions(
                regionValues(spread, regions, choice, inhabitants, sheet),
                unit(choice),
                sheet.address(),
                sheet.codes());
    return new AtlasView(
        listing,
        spread,
        choice,
        drawing,
        rows(
            spread,
            choice,
            choice.unit() == AtlasChoice.Unit.COUNTRIES ? countries : regions,
            page),
        countries.stream().filter(line -> !Lands.onSheet(line.code())).toList(),
        inhabitants,
        sheet == null ? null : sheet.notice(),
        null);
  }

  private static List<Line> regions(Spread spread, Page page) {
    return spread.regions().stream()
        .map(
            part ->
                Line.of(part.code(), Regions.name(part.code()), page.country(part.country()), part))
        .toList();
  }

  /** The same, seen from near. */
  AtlasView near(CloseView view) {
    return new AtlasView(
        listing, spread, choice, drawing, rows, outside, inhabitants, notice, view);
  }

  private static Drawing.Unit unit(AtlasChoice choice) {
    return choice.measure() == AtlasChoice.Measure.CONTRIBUTION
        ? Drawing.Unit.EUROS
        : choice.perMillion() ? Drawing.Unit.RATE : Drawing.Unit.NUMBER;
  }

  private static Map<String, @Nullable BigDecimal> values(
      List<Line> lines, AtlasChoice choice, Inhabitants inhabitants) {
    Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
    lines.forEach(line -> values.put(line.code(), value(line, choice, inhabitants)));
    return values;
  }

  private static @Nullable BigDecimal value(
      Line line, AtlasChoice choice, Inhabitants inhabitants) {
    BigDecimal whole = choice.measure().of(line);
    return choice.perMillion() ? inhabitants.perMillion(line.code(), whole) : whole;
  }

  /**
   * A region that nobody takes part in is blank; one of a country whose organisations do not say
   * their region is unknown, and so is a country without regions that are loaded.
   */
  private static Map<String, @Nullable BigDecimal> regionValues(
      Spread spread,
      List<Line> regions,
      AtlasChoice choice,
      Inhabitants inhabitants,
      Areas.Sheet sheet) {
    Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
    Set<String> placed =
        regions.stream().map(line -> country(line.code())).collect(Collectors.toSet());
    Set<String> unplaced =
        spread.countries().stream()
            .map(Spread.Country::iso)
            .filter(country -> !placed.contains(country))
            .collect(Collectors.toSet());
    sheet.codes().stream()
        .filter(code -> unplaced.contains(country(code)))
        .forEach(code -> values.put(code, null));
    Set<String> drawn = sheet.codes().stream().map(AtlasView::country).collect(Collectors.toSet());
    spread.countries().stream()
        .map(Spread.Country::iso)
        .filter(country -> !drawn.contains(country))
        .forEach(country -> values.put(country, null));
    values.putAll(values(regions, choice, inhabitants));
    return values;
  }

  private static String country(String region) {
    return CountryCodes.iso(region.substring(0, 2));
  }

  /** What a row is per million inhabitants; null when nobody knows. */
  public @Nullable BigDecimal perMillion(Line line) {
    return value(line, choice, inhabitants);
  }

  private static List<Line> rows(Spread spread, AtlasChoice choice, List<Line> placed, Page page) {
    Line nowhere =
        Line.of(
            Facet.NOWHERE, Wording.value(page, Facet.COUNTRY, Facet.NOWHERE), "", spread.nowhere());
    Stream<Line> last = nowhere.organisations() > 0 ? Stream.of(nowhere) : Stream.empty();
    return Stream.concat(placed.stream().sorted(comparator(choice.order(), page)), last).toList();
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

  /** The same map per million inhabitants, or as it is. */
  public String per(boolean million) {
    return address(choice.with(million));
  }

  /** The same map from near, or as a whole for null. */
  String at(@Nullable Focus focus) {
    return address(choice.with(focus));
  }

  /**
   * The same map with a country or a region from near; null for what is not on it, and where
   * hundreds of such links would each carry very much.
   */
  public @Nullable String zoom(String code) {
    return listing.query().lengthy() ? null : Focus.of(code).map(this::at).orElse(null);
  }

  /** The projects of a row as a list; null where no list is the same. */
  public @Nullable String projects(Line line) {
    boolean country = line.country().isEmpty();
    Facet facet = country ? Facet.COUNTRY : Facet.REGION;
    GridQuery query = listing.query();
    return line.projects() > 0 && query.chosen(facet).isEmpty() && !query.lengthy()
        ? listing
            .query()
            .only(Facet.KIND, RecordKind.PROJECT.word())
            .with(facet, line.code())
            .address("/grid")
        : null;
  }

  /** The map as it is chosen, as a file. */
  public String file(ChartFile kind) {
    return Ways.with(choice.kept(), listing.query().address(listing.path() + "." + kind.word()));
  }

  private String address(AtlasChoice other) {
    return Ways.with(other.kept(), listing.query().address(listing.path()));
  }
}
