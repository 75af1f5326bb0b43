package eu.metacluster.opendata.api;

import eu.metacluster.grid.Field;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.shared.Refusal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An item as JSON, with the address under which this interface gives it. */
@Component
class ItemJson {

  private static final Set<String> PARTS =
      Arrays.stream(Shapes.Entry.class.getRecordComponents())
          .map(java.lang.reflect.RecordComponent::getName)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> FACTS =
      Arrays.stream(Field.values()).map(Field::key).collect(Collectors.toUnmodifiableSet());

  private final SiteAddress site;
  private final JsonMapper json;

  ItemJson(SiteAddress site, JsonMapper json) {
    this.site = site;
    this.json = json;
  }

  /**
   * Which parts of records are wanted.
   *
   * @param names parts, and facts as {@code facts.title}; empty for all
   * @param claims whether the claims belong to all
   */
  record Fields(Set<String> names, boolean claims) {

    /**
     * Reads the parameter {@code fields}.
     *
     * @throws Refusal MC-1806 when there is no such part
     */
    static Fields of(@Nullable String text, boolean claims) {
      Set<String> names = new LinkedHashSet<>();
      if (text != null && !text.isBlank()) {
        for (String name : text.split(",", -1)) {
          String plain = name.strip();
          boolean fact =
              plain.startsWith("facts.") && FACTS.contains(plain.substring("facts.".length()));
          if (!fact && !PARTS.contains(plain)) {
            throw new Refusal(
                Refusal.Kind.BAD_INPUT, "MC-1806", "opendata.refused.field", shortened(plain));
          }
          names.add(plain);
        }
      }
      return new Fields(names, claims);
    }

    private static String shortened(String text) {
      return text.length() > 40 ? text.substring(0, 40) : text;
    }
  }

  String url(Item item) {
    return site.of("/api/v1/records/" + item.kind().path() + "/" + item.handle());
  }

  /** Appends the item as a JSON object. */
  void append(StringBuilder to, Item item, Fields fields) {
    if (fields.names().isEmpty()) {
      whole(to, item, fields.claims());
    } else {
      to.append(json.writeValueAsString(pruned(item, fields.names())));
    }
  }

  private void whole(StringBuilder to, Item item, boolean claims) {
    to.append("{\"url\":\"").append(url(item));
    to.append("\",\"position\":").append(item.position());
    to.append(",\"modified\":\"").append(item.changedAt()).append("\",");
    if (claims) {
      to.append(item.body(), 1, item.body().length() - 1);
      to.append(",\"claims\":").append(item.claims()).append('}');
    } else {
      to.append(item.body(), 1, item.body().length());
    }
  }

  private ObjectNode pruned(Item item, Set<String> names) {
    StringBuilder text = new StringBuilder();
    whole(text, item, names.contains("claims"));
    ObjectNode all = (ObjectNode) json.readTree(text.toString());
    ObjectNode kept = json.createObjectNode();
    all.properties()
        .forEach(
            part -> {
              if (part.getKey().equals("id") || names.contains(part.getKey())) {
                kept.set(part.getKey(), part.getValue());
              } else if (part.getKey().equals("facts")) {
                ObjectNode facts = facts(part.getValue(), names);
                if (!facts.isEmpty()) {
                  kept.set("facts", facts);
                }
              }
            });
    return kept;
  }

  private ObjectNode facts(JsonNode all, Set<String> names) {
    ObjectNode kept = json.createObjectNode();
    all.properties()
        .forEach(
            fact -> {
              if (names.contains("facts." + fact.getKey())) {
                kept.set(fact.getKey(), fact.getValue());
              }
            });
    return kept;
  }

  /** A text as a JSON string. */
  String quoted(String text) {
    return json.writeValueAsString(text);
  }
}
