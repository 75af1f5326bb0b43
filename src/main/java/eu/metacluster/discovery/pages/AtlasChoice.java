package eu.metacluster.discovery.pages;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * How the map is looked at, whatever is asked for.
 *
 * @param measure what the shades show
 * @param order what the table is sorted by
 * @param unit what the table has a row for
 * @param perMillion whether the shades show the measure per million inhabitants
 * @param focus what is seen from near, null for the whole map
 */
public record AtlasChoice(
    Measure measure, Order order, Unit unit, boolean perMillion, @Nullable Focus focus) {

  private static final String PER = "per";
  private static final String MILLION = "million";

  /** What the shades show. */
  public enum Measure {
    ORGANISATIONS,
    PROJECTS,
    CONTRIBUTION;

    /** The word in addresses and message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Zero where nobody takes part, null where somebody does and nobody says for how much. */
    @Nullable BigDecimal of(AtlasView.Line line) {
      return switch (this) {
        case ORGANISATIONS -> BigDecimal.valueOf(line.organisations());
        case PROJECTS -> BigDecimal.valueOf(line.projects());
        case CONTRIBUTION -> line.unstated() ? null : line.contribution();
      };
    }
  }

  /** What the table is sorted by. */
  public enum Order {
    NAME,
    ORGANISATIONS,
    PROJECTS,
    CONTRIBUTION;

    /** The word in addresses and message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the table has a row for. */
  public enum Unit {
    COUNTRIES,
    NUTS1,
    /** NUTS 2, the usual regions. */
    REGIONS,
    NUTS3;

    /** The level of the regions that go with it, on the map as in the table. */
    public int level() {
      return switch (this) {
        case NUTS1 -> 1;
        case NUTS3 -> 3;
        case COUNTRIES, REGIONS -> 2;
      };
    }

    /** The word in addresses and message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static AtlasChoice of(MultiValueMap<String, String> parameters) {
    return new AtlasChoice(
        named(Measure.values(), parameters.getFirst("show"), Measure.ORGANISATIONS),
        named(Order.values(), parameters.getFirst("order"), Order.ORGANISATIONS),
        named(Unit.values(), parameters.getFirst("table"), Unit.COUNTRIES),
        MILLION.equals(parameters.getFirst(PER)),
        Focus.of(parameters.getFirst(Focus.WORD)).orElse(null));
  }

  private static <E extends Enum<E>> E named(E[] all, @Nullable String word, E usual) {
    return Arrays.stream(all)
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElse(usual);
  }

  AtlasChoice with(Measure other) {
    return new AtlasChoice(other, order, unit, perMillion, focus);
  }

  AtlasChoice with(Order other) {
    return new AtlasChoice(measure, other, unit, perMillion, focus);
  }

  AtlasChoice with(Unit other) {
    return new AtlasChoice(measure, order, other, perMillion, focus);
  }

  AtlasChoice with(boolean perMillionOrNot) {
    return new AtlasChoice(measure, order, unit, perMillionOrNot, focus);
  }

  AtlasChoice with(@Nullable Focus other) {
    return new AtlasChoice(measure, order, unit, perMillion, other);
  }

  /** The parts of the address that say it; the usual choice says nothing. */
  Map<String, String> kept() {
    Map<String, String> kept = new LinkedHashMap<>();
    if (measure != Measure.ORGANISATIONS) {
      kept.put("show", measure.word());
    }
    if (order != Order.ORGANISATIONS) {
      kept.put("order", order.word());
    }
    if (unit != Unit.COUNTRIES) {
      kept.put("table", unit.word());
    }
    if (perMillion) {
      kept.put(PER, MILLION);
    }
    if (focus != null) {
      kept.put(Focus.WORD, focus.text());
    }
    return kept;
  }
}
