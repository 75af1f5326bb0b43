package eu.metacluster.discovery.plain;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the answer of a chat completion as a few sentences of text. */
final class Answers {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int SHORTEST = 20;

  private Answers() {}

  /**
   * The text of the first choice, what a model thought aloud left out, on one line for each
   * paragraph.
   *
   * @throws ChatException MC-1675 when there is none, or it is too long or too short
   */
  static String text(String body) throws ChatException {
    String content;
    try {
      JsonNode choice = JSON.readTree(body).path("choices").path(0);
      content = choice.path("message").path("content").asString("");
    } catch (JacksonException e) {
      throw new ChatException("MC-1675", "its answer is no JSON");
    }
    String text = clean(content);
    if (text.length() < SHORTEST) {
      throw new ChatException("MC-1675", "its answer holds no text");
    }
    if (text.length() > Drafter.LONGEST) {
      throw new ChatException("MC-1675", "its answer is too long");
    }
    return text;
  }

  /** Without control characters, marks that turn the direction of writing, and long gaps. */
  static String clean(String text) {
    return text.replaceAll("(?is)^\\s*<think>.*?</think>", "")
        .replaceAll("\r\n?", "\n")
        .replaceAll("[ \\t\\u00a0]+", " ")
        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\n]]", "")
        .replaceAll(" ?\\n\\s*", "\n")
        .strip();
  }
}
