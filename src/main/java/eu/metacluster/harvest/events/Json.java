package eu.metacluster.harvest.events;

import eu.metacluster.harvest.Answer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers in JSON. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int LARGEST_SAMPLE = 16 << 20;

  private Json() {}

  /** The answer as a tree; null when it is no JSON. */
  static @Nullable JsonNode of(Answer answer) throws IOException {
    try {
      return MAPPER.readTree(answer.bytes());
    } catch (JacksonException e) {
      return null;
    }
  }

  /** The same for a first look, which never fails and takes no large answer. */
  static @Nullable JsonNode sample(Answer answer) {
    try {
      return answer.size() > LARGEST_SAMPLE || !begins(answer) ? null : of(answer);
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean begins(Answer answer) throws IOException {
    try (var in = answer.open()) {
      int c = in.read();
      while (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0xEF || c == 0xBB
          || c == 0xBF) {
        c = in.read();
      }
      return c == '{' || c == '[';
    }
  }

  /** The text of a member; empty when there is none. */
  static String text(JsonNode node, String... path) {
    JsonNode found = node;
    for (String name : path) {
      found = found.path(name);
    }
    return found.isValueNode() && !found.isNull() ? found.asString("") : "";
  }
}
