package eu.metacluster.intake.receiving;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Identifier;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
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
 */
public record Filled(
    Identifier by, String source, String address, Instant at, Map<Field, String> facts) {

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
    String words = source + ": " + address + ", " + at.toString().substring(0, 10);
    sent.forEach(
        (field, value) -> {
          if (says(field, value)) {
            evidence.put(field, words);
          }
        });
    return evidence;
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
    return JSON.writeValueAsString(all);
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
        facts);
  }
}
