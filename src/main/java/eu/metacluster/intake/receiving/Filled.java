package eu.metacluster.intake.receiving;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a source said when a form was filled from it. It stays beside what was typed, so that each
 * value can say where it is from.
 *
 * @param by the name in a registry, or the web address, by which the source was asked
 * @param source who said so, by its own name
 * @param address where it stands
 * @param facts what was said, by field; several values are one a line
 * @param partners who takes part, as the source says, in its order
 */
public record Filled(
    Identifier by,
    String source,
    String address,
    Instant at,
    Map<Field, String> facts,
    List<Partner> partners) {

  /**
   * One organisation's part in a project, as a source says it.
   *
   * @param name empty when the source gives none
   * @param country ISO 3166-1 alpha-2, empty when the source gives none
   * @param contribution plain euro, empty when the source gives none
   */
  public record Partner(
      Identifier organisation, String name, String role, String country, String contribution) {}

  private static final int BRIEF = 200;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Whether a value is the source's own. */
  public boolean says(Field field, String value) {
    return !value.isBlank() && value.equals(facts.get(field));
  }

  /** What the source said of a field, empty when it said nothing. */
  public String said(Field field) {
    return facts.getOrDefault(field, "");
  }

  /** The same, cut to what fits beside a place of a form. */
  public String brief(Field field) {
    String said = said(field);
    return said.length() > BRIEF ? said.substring(0, BRIEF) + "…" : said;
  }

  /** The words that stand as evidence beside what was taken over unchanged. */
  Map<Field, String> evidence(Map<Field, String> sent) {
    Map<Field, String> evidence = new EnumMap<>(Field.class);
    String words = words();
    sent.forEach(
        (field, value) -> {
          if (says(field, value)) {
            evidence.put(field, words);
          }
        });
    return evidence;
  }

  /** Who said it, where and when, as evidence. */
  String words() {
    return source + ": " + address + ", " + at.toString().substring(0, 10);
  }

  String json() {
    Map<String, String> named = new TreeMap<>();
    facts.forEach((field, value) -> named.put(field.key(), value));
    Map<String, Object> all = new HashMap<>();
    all.put("scheme", by.scheme().name());
    all.put("name", by.value());
    all.put("source", source);
    all.put("address", address);
    all.put("at", at.toString());
    all.put("facts", named);
    all.put("partners", partners.stream().map(Filled::row).toList());
    return JSON.writeValueAsString(all);
  }

  private static List<String> row(Partner one) {
    return List.of(
        one.organisation().scheme().name(),
        one.organisation().value(),
        one.name(),
        one.role(),
        one.country(),
        one.contribution());
  }

  private static List<Partner> partners(JsonNode rows) {
    List<Partner> partners = new ArrayList<>();
    for (JsonNode row : rows) {
      partners.add(
          new Partner(
              Identifier.of(Identifier.Scheme.valueOf(row.path(0).asString()), text(row, 1)),
              text(row, 2),
              text(row, 3),
              text(row, 4),
              text(row, 5)));
    }
    return partners;
  }

  private static String text(JsonNode row, int place) {
    return row.path(place).asString("");
  }

  static @Nullable Filled read(@Nullable String json) {
    if (json == null) {
      return null;
    }
    JsonNode all = JSON.readTree(json);
    Map<Field, String> facts = new EnumMap<>(Field.class);
    all.path("facts")
        .properties()
        .forEach(one -> facts.put(Field.ofKey(one.getKey()), one.getValue().asString()));
    return new Filled(
        Identifier.of(
            Identifier.Scheme.valueOf(all.path("scheme").asString()), all.path("name").asString()),
        all.path("source").asString(),
        all.path("address").asString(),
        Instant.parse(all.path("at").asString()),
        facts,
        partners(all.path("partners")));
  }
}
