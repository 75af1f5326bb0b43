package eu.metacluster.harvest.runs;

import eu.metacluster.harvest.Connector;
import eu.metacluster.shared.Refusal;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator typed about a source, as it was typed.
 *
 * @param schedule a cron expression or {@code every} and a duration; empty when started by hand
 * @param fromHour empty or an hour
 * @param gapSeconds least time between two requests
 * @param waiver why robots.txt need not be obeyed; empty when it is
 * @param settings by name, as the form's fields {@code setting.<name>} give them
 */
public record SourceForm(
    String name,
    String connector,
    String location,
    String schedule,
    String zone,
    String fromHour,
    String untilHour,
    String gapSeconds,
    String waiver,
    String licence,
    String attribution,
    String termsPage,
    String yearlyCost,
    Map<String, String> settings) {

  private static final String SETTING = "setting.";
  private static final int LONGEST = 2_000;
  private static final int LONGEST_SETTING = 20_000;
  private static final int HOURS = 24;

  /** What stands in a source's own row. */
  static SourceForm of(SourceRow source) {
    Rhythm rhythm = source.rhythm();
    return new SourceForm(
        source.name(),
        source.connector(),
        Objects.requireNonNullElse(source.location(), ""),
        Objects.requireNonNullElse(rhythm.schedule(), ""),
        rhythm.zone().getId(),
        text(rhythm.fromHour()),
        text(rhythm.untilHour()),
        BigDecimal.valueOf(source.gap().toMillis(), 3).stripTrailingZeros().toPlainString(),
        Objects.requireNonNullElse(source.robotsWaived(), ""),
        source.terms().licence(),
        source.terms().attribution(),
        source.terms().page(),
        text(source.yearlyCost()),
        source.settings());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** A new source of a connector, with its terms filled in. */
  static SourceForm fresh(Connector connector, String location, String name) {
    Connector.Terms terms = connector.terms();
    return new SourceForm(
        name,
        connector.id(),
        location,
        "",
        Rhythm.NONE.zone().getId(),
        "",
        "",
        "1",
        "",
        terms.licence(),
        terms.attribution(),
        terms.page(),
        "",
        Map.of());
  }

  /** What came in a request. */
  static SourceForm of(Map<String, String> fields) {
    Map<String, String> settings = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith(SETTING) && !value.isBlank()) {
            settings.put(name.substring(SETTING.length()), cut(value, LONGEST_SETTING));
          }
        });
    return new SourceForm(
        field(fields, "name"),
        field(fields, "connector"),
        field(fields, "location"),
        field(fields, field(fields, "cron").isEmpty() ? "schedule" : "cron"),
        fields.getOrDefault("zone", Rhythm.NONE.zone().getId()),
        field(fields, "fromHour"),
        field(fields, "untilHour"),
        fields.getOrDefault("gapSeconds", "1").strip(),
        field(fields, "waiver"),
        field(fields, "licence"),
        field(fields, "attribution"),
        field(fields, "termsPage"),
        field(fields, "yearlyCost"),
        settings);
  }

  private static String field(Map<String, String> fields, String name) {
    return cut(fields.getOrDefault(name, "").strip(), LONGEST);
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  /** The same for another place and connector; a null place leaves it as it was typed. */
  SourceForm at(@Nullable String place, String of) {
    return new SourceForm(
        name,
        of,
        place == null ? location : place,
        schedule,
        zone,
        fromHour,
        untilHour,
        gapSeconds,
        waiver,
        licence,
        attribution,
        termsPage,
        yearlyCost,
        settings);
  }

  /** The same with other settings. */
  SourceForm with(Map<String, String> other) {
    return new SourceForm(
        name,
        connector,
        location,
        schedule,
        zone,
        fromHour,
        untilHour,
        gapSeconds,
        waiver,
        licence,
        attribution,
        termsPage,
        yearlyCost,
        other);
  }

  /** Whether it answers over the network. */
  public boolean isRemote() {
    return location.matches("(?i)https?://.*");
  }

  /** When it is to be read. */
  Rhythm rhythm() {
    return Rhythm.of(schedule, zone, hour(fromHour), hour(untilHour));
  }

  private static @Nullable Integer hour(String text) {
    if (text.isEmpty()) {
      return null;
    }
    int hour = number(text).intValue();
    if (hour < 0 || hour >= HOURS) {
      throw refusal(text);
    }
    return hour;
  }

  /** Milliseconds between two requests: from a tenth of a second to an hour. */
  int gapMillis() {
    BigDecimal millis = number(gapSeconds).movePointRight(3);
    if (millis.compareTo(BigDecimal.valueOf(100)) < 0
        || millis.compareTo(BigDecimal.valueOf(3_600_000)) > 0) {
      throw refusal(gapSeconds);
    }
    return millis.intValue();
  }

  @Nullable BigDecimal cost() {
    return yearlyCost.isEmpty() ? null : number(yearlyCost);
  }

  private static BigDecimal number(String text) {
    try {
      BigDecimal number = new BigDecimal(text.replace(',', '.'));
      if (number.signum() < 0 || number.precision() > 12 || number.scale() > 6) {
        throw refusal(text);
      }
      return number;
    } catch (NumberFormatException e) {
      throw refusal(text);
    }
  }

  private static Refusal refusal(String text) {
    return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1417", "harvest.refusal.number", text);
  }
}
