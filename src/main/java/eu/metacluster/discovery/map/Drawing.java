package eu.metacluster.discovery.map;

import eu.metacluster.discovery.search.Spread;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A map of Europe, ready to be written as SVG.
 *
 * @param lands countries or regions that stand out, with their values
 * @param circles points or regions, large ones first
 * @param steps the legend: each shade with its smallest value
 * @param unit what the values are
 * @param shapes the address of the regions' shapes; null when countries are shaded
 */
public record Drawing(
    List<Land> lands, List<Circle> circles, List<Step> steps, Unit unit, @Nullable String shapes) {

  /** What values are, which decides how they are written. */
  public enum Unit {
    NUMBER,
    EUROS,
    /** Small ones with a decimal place. */
    RATE
  }

  private static final double LARGEST = 44;
  private static final double SMALLEST = 5;

  /**
   * A country, or a region.
   *
   * @param iso ISO 3166-1 alpha-2, or the NUTS code
   * @param shade 0 none, 1 to 5 from few to many, -1 when there is something but no value is known
   */
  public record Land(String iso, int shade, @Nullable BigDecimal value) {}

  /**
   * A circle on the sheet.
   *
   * @param label a region's or an organisation's name
   * @param region the code of the region that it stands for, empty for a single place
   * @param strong whether it stands out among the others
   */
  public record Circle(
      String x,
      String y,
      String radius,
      String label,
      String country,
      long count,
      String region,
      boolean strong) {}

  /** One step of the legend. */
  public record Step(int shade, BigDecimal from) {}

  /** A point to be drawn, in degrees. */
  public record Spot(
      double latitude, double longitude, String label, String country, boolean strong) {}

  /** The sheet's width in units of the drawing. */
  public int width() {
    return Projection.WIDTH;
  }

  public int height() {
    return Projection.HEIGHT;
  }

  /** How many decimal places a rate is written with. */
  public static int digits(BigDecimal rate) {
    return rate.doubleValue() < 0.095 ? 2 : 1;
  }

  /** Whether the values are euro. */
  public boolean money() {
    return unit == Unit.EUROS;
  }

  /** Whether there is something somewhere of which no value is known. */
  public boolean gaps() {
    return lands.stream().anyMatch(land -> land.shade() < 0);
  }

  /** Countries shaded by their value; a null value means that none is known. */
  public static Drawing of(Map<String, @Nullable BigDecimal> values, boolean money) {
    return of(values, money ? Unit.EUROS : Unit.NUMBER);
  }

  /** Countries shaded by their value; a null value means that none is known. */
  public static Drawing of(Map<String, @Nullable BigDecimal> values, Unit unit) {
    return of(values, unit, Lands::onSheet, null);
  }

  /**
   * Regions shaded by their value; a null value means that none is known, also for countries of
   * which there are no regions.
   *
   * @param shapes the address of their shapes
   * @param known the codes that have one
   */
  public static Drawing ofRegions(
      Map<String, @Nullable BigDecimal> values, Unit unit, String shapes, Set<String> known) {
    return of(values, unit, code -> known.contains(code) || Lands.onSheet(code), shapes);
  }

  private static Drawing of(
      Map<String, @Nullable BigDecimal> values,
      Unit unit,
      Predicate<String> drawn,
      @Nullable String shapes) {
    List<BigDecimal> known =
        values.values().stream().filter(v -> v != null && v.signum() > 0).sorted().toList();
    Shades shades =
        known.isEmpty()
            ? Shades.between(0, 0)
            : Shades.between(known.getFirst().doubleValue(), known.getLast().doubleValue());
    List<Land> lands = new ArrayList<>();
    values.forEach(
        (iso, value) -> {
          if (drawn.test(iso)) {
            lands.add(new Land(iso, value == null ? -1 : shades.of(value.doubleValue()), value));
          }
        });
    lands.sort(Comparator.comparing(Land::iso));
    List<Step> steps = new ArrayList<>();
    for (double from : shades.from()) {
      int places = unit == Unit.RATE ? 2 : 0;
      steps.add(
          new Step(steps.size() + 1, BigDecimal.valueOf(from).setScale(places, RoundingMode.DOWN)));
    }
    return new Drawing(lands, List.of(), steps, unit, shapes);
  }

  /** With regions as circles whose areas show how many organisations there are. */
  public Drawing withRegions(List<Spread.Region> regions) {
    long most = regions.stream().mapToLong(Spread.Region::organisations).max().orElse(1);
    List<Circle> drawn = new ArrayList<>();
    for (Spread.Region region : regions) {
      double radius = LARGEST * Math.sqrt((double) region.organisations() / most);
      Projection.Point at = Projection.sheet(region.latitude(), region.longitude());
      if (at.onSheet()) {
        drawn.add(
            circle(
                at,
                Math.max(SMALLEST, radius),
                Regions.name(region.code()),
                region.country(),
                region.organisations(),
                region.code(),
                false));
      }
    }
    return new Drawing(lands, drawn, steps, unit, shapes);
  }

  /** With points, the strong ones on top. */
  public Drawing withSpots(List<Spot> spots) {
    List<Circle> drawn = new ArrayList<>();
    spots.stream()
        .sorted(Comparator.comparing(Spot::strong))
        .forEach(
            spot -> {
              Projection.Point at = Projection.sheet(spot.latitude(), spot.longitude());
              if (at.onSheet()) {
                drawn.add(
                    circle(
                        at,
                        spot.strong() ? 22 : 14,
                        spot.label(),
                        spot.country(),
                        1,
                        "",
                        spot.strong()));
              }
            });
    return new Drawing(lands, drawn, steps, unit, shapes);
  }

  private static Circle circle(
      Projection.Point at,
      double radius,
      String label,
      String country,
      long count,
      String region,
      boolean strong) {
    return new Circle(
        short1(at.x()), short1(at.y()), short1(radius), label, country, count, region, strong);
  }

  private static String short1(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }
}
