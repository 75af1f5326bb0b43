package eu.metacluster.harvest.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON-LD as pages use it: as a tree of things with types, graphs in one block, references by
 * id within it. It is no general processor: contexts are not fetched, and what is not of schema.org
 * keeps its name.
 */
final class JsonLd {

  private static final int DEPTH = 20;
  private static final int THINGS = 20_000;

  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  /** Where lists of things stand that are the page's own matter. */
  private static final Set<String> LISTS =
      Set.of("itemListElement", "item", "mainEntity", "hasPart", "event", "events");

  private final Map<String, Thing> named = new HashMap<>();
  private final List<Thing> things = new ArrayList<>();
  private int count;

  private JsonLd() {}

  /**
   * The things that a document or block speaks of, those first that stand at its top.
   *
   * @throws JacksonException when it is no JSON
   */
  static List<Thing> read(String json) {
    JsonLd reader = new JsonLd();
    reader.top(LENIENT.readTree(json), 0);
    reader.resolve();
    return reader.listed();
  }

  private void top(JsonNode node, int depth) {
    if (depth > DEPTH) {
      return;
    }
    if (node.isArray()) {
      node.forEach(item -> top(item, depth + 1));
    } else if (node.has("@graph")) {
      top(node.path("@graph"), depth + 1);
    } else if (node.isObject()) {
      things.add(thing(node, depth));
    }
  }

  private Thing thing(JsonNode node, int depth) {
    Thing thing = new Thing();
    count++;
    node.properties()
        .forEach(
            property -> {
              switch (property.getKey()) {
                case "@type", "type" -> each(property.getValue(), t -> thing.type(t.asString("")));
                case "@id" -> thing.id(property.getValue().asString(""));
                case "@context" -> {}
                default -> values(thing, property.getKey(), property.getValue(), depth);
              }
            });
    if (!thing.id().isEmpty() && !thing.bare()) {
      named.putIfAbsent(thing.id(), thing);
    }
    return thing;
  }

  private void values(Thing thing, String name, JsonNode value, int depth) {
    each(
        value,
        one -> {
          if (one.isObject() && one.has("@value")) {
            thing.put(name, one.path("@value").asString(""));
          } else if (one.isObject() && depth < DEPTH && count < THINGS) {
            thing.put(name, thing(one, depth + 1));
          } else if (one.isValueNode() && !one.isNull()) {
            thing.put(name, one.asString(""));
          }
        });
  }

  private static void each(JsonNode value, java.util.function.Consumer<JsonNode> taker) {
    if (value.isArray()) {
      value.forEach(taker);
    } else {
      taker.accept(value);
    }
  }

  /** Puts in place of a mere reference the thing that it refers to. */
  private void resolve() {
    List<Thing> all = new ArrayList<>(things);
    for (int i = 0; i < all.size() && i < THINGS; i++) {
      for (List<Object> values : all.get(i).properties().values()) {
        values.replaceAll(value -> referred(value, all));
      }
    }
  }

  private Object referred(Object value, List<Thing> all) {
    if (!(value instanceof Thing thing)) {
      return value;
    }
    if (thing.bare()) {
      return named.getOrDefault(thing.id(), thing);
    }
    all.add(thing);
    return thing;
  }

  private List<Thing> listed() {
    Set<Thing> listed = new java.util.LinkedHashSet<>(things);
    List<Thing> open = new ArrayList<>(things);
    for (int i = 0; i < open.size() && i < THINGS; i++) {
      for (String list : LISTS) {
        for (Thing thing : open.get(i).things(list)) {
          if (listed.add(thing)) {
            open.add(thing);
          }
        }
      }
    }
    return List.copyOf(listed);
  }
}
