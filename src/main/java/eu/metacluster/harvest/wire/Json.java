package eu.metacluster.harvest.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** A value of a JSON text that may not be there: what is missing is empty, never a fault. */
public record Json(JsonNode node) {

  /** What is not there. */
  public static final Json NONE = new Json(MissingNode.getInstance());

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** What is no JSON from some byte on. */
  public static final class Broken extends IOException {

    private static final long serialVersionUID = 1L;

    Broken(JacksonException cause) {
      super(String.valueOf(cause.getOriginalMessage()), cause);
    }
  }

  /** Reads a whole text. */
  public static Json parse(String text) throws IOException {
    try {
      return new Json(MAPPER.readTree(text));
    } catch (JacksonException e) {
      throw new Broken(e);
    }
  }

  /** Takes one thing of a list. */
  @FunctionalInterface
  public interface Taker {

    /**
     * @param offset first byte of the thing in the text
     * @param length its bytes
     */
    void take(Json thing, long offset, int length) throws IOException;
  }

  /**
   * Goes through the things of one list, holding one at a time. Those before a break are taken.
   *
   * @param path names of the members that lead from the root to the list; none when the root is it
   * @return the root without the list
   */
  public static Json each(InputStream in, List<String> path, Taker taker) throws IOException {
    try (JsonParser parser = MAPPER.createParser(in)) {
      JsonToken first = parser.nextToken();
      if (path.isEmpty() && first == JsonToken.START_ARRAY) {
        things(parser, taker);
        return new Json(MAPPER.createObjectNode());
      }
      if (first != JsonToken.START_OBJECT) {
        return new Json(first == null ? MAPPER.createObjectNode() : parser.readValueAsTree());
      }
      return new Json(members(parser, path, taker));
    } catch (JacksonException e) {
      throw new Broken(e);
    }
  }

  /**
   * Goes through the things of a text that is one list, or that has one thing after the other, such
   * as one a line. Those before a break are taken.
   */
  public static void eachOf(InputStream in, Taker taker) throws IOException {
    try (JsonParser parser = MAPPER.createParser(in)) {
      for (JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
        if (next == JsonToken.START_ARRAY) {
          things(parser, taker);
        } else {
          thing(parser, taker);
        }
      }
    } catch (JacksonException e) {
      throw new Broken(e);
    }
  }

  private static ObjectNode members(JsonParser parser, List<String> path, Taker taker)
      throws IOException {
    ObjectNode rest = MAPPER.createObjectNode();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      boolean leads = !path.isEmpty() && path.getFirst().equals(name);
      if (leads && path.size() == 1 && value == JsonToken.START_ARRAY) {
        things(parser, taker);
      } else if (leads && path.size() > 1 && value == JsonToken.START_OBJECT) {
        rest.set(name, members(parser, path.subList(1, path.size()), taker));
      } else {
        rest.set(name, MAPPER.readTree(parser));
      }
    }
    return rest;
  }

  private static void things(JsonParser parser, Taker taker) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      thing(parser, taker);
    }
  }

  private static void thing(JsonParser parser, Taker taker) throws IOException {
    long begin = parser.currentTokenLocation().getByteOffset();
    JsonNode thing = MAPPER.readTree(parser);
    long end = parser.currentLocation().getByteOffset();
    boolean placed = begin >= 0 && end > begin;
    taker.take(new Json(thing), placed ? begin : 0, placed ? (int) (end - begin) : 0);
  }

  /** The value under these names, one within the other. */
  public Json at(String... path) {
    JsonNode at = node;
    for (String name : path) {
      at = at.path(name);
    }
    return new Json(at);
  }

  /** The text or number under these names, stripped; empty when there is none. */
  public String text(String... path) {
    JsonNode at = at(path).node;
    return at.isString() || at.isNumber() || at.isBoolean() ? at.asString().strip() : "";
  }

  /** The values of the list under these names; a single value is a list of one. */
  public List<Json> list(String... path) {
    JsonNode at = at(path).node;
    List<Json> values = new ArrayList<>();
    if (at.isArray()) {
      at.forEach(value -> values.add(new Json(value)));
    } else if (!at.isMissingNode() && !at.isNull()) {
      values.add(new Json(at));
    }
    return values;
  }

  /** The texts of the list under these names. */
  public List<String> texts(String... path) {
    return list(path).stream().map(Json::text).filter(text -> !text.isEmpty()).toList();
  }

  /** Names of the members of the value under these names. */
  public List<String> names(String... path) {
    return List.copyOf(at(path).node.propertyNames());
  }

  /** Whether there is something under these names. */
  public boolean has(String... path) {
    JsonNode at = at(path).node;
    return !at.isMissingNode() && !at.isNull();
  }
}
