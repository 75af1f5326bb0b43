package eu.metacluster.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON text of an entry's facts: rendered once, then hashed and stored as it is. */
final class DataText {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private DataText() {}

  static String render(Map<String, ? extends @Nullable Object> data) {
    return JSON.writeValueAsString(data);
  }

  static JsonNode parse(String data) {
    return JSON.readTree(data);
  }

  /** Refuses what PostgreSQL would not give back as it was, and what is plainly no object. */
  static void check(String data) {
    if (!data.startsWith("{") || !data.endsWith("}")) {
      throw new IllegalArgumentException("the data of an entry is a JSON object");
    }
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      if (c < ' ') {
        throw new IllegalArgumentException("control character in an entry's data at " + i);
      }
      if (Character.isSurrogate(c)) {
        i = afterPair(data, i);
      }
    }
  }

  private static int afterPair(String data, int i) {
    if (i + 1 == data.length() || !Character.isSurrogatePair(data.charAt(i), data.charAt(i + 1))) {
      throw new IllegalArgumentException("half a character in an entry's data at " + i);
    }
    return i + 1;
  }
}
