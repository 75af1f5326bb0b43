package eu.metacluster.harvest.schema;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;

/** The things that a page or a document speaks of in the words of schema.org. */
public final class Things {

  private static final int LONGEST_BLOCK = 4 << 20;

  /** What some systems put around a block, for browsers of another century. */
  private static final Pattern WRAPPING =
      Pattern.compile(
          "^\\s*(?:/[/*]\\s*)?(?:<!--|<!\\[CDATA\\[)(?:\\s*\\*/)?|(?:/[/*]\\s*)?(?:-->|]]>)(?:\\s*\\*/)?\\s*$");

  private Things() {}

  /**
   * All things of a page, those in JSON-LD before those in microdata.
   *
   * @param problems takes a line for each block that cannot be read
   */
  public static List<Thing> in(Document page, Consumer<Problem> problems) {
    List<Thing> things = new ArrayList<>();
    for (Element block : page.select("script[type*=ld+json]")) {
      String json = WRAPPING.matcher(block.data()).replaceAll("");
      if (!json.isBlank() && json.length() < LONGEST_BLOCK) {
        try {
          things.addAll(JsonLd.read(json));
        } catch (JacksonException e) {
          problems.accept(
              new Problem(
                  page.location(), 0, "ld+json", e.getOriginalMessage(), Reason.UNREADABLE));
        }
      }
    }
    things.addAll(Microdata.read(page));
    return things;
  }

  /**
   * All things of a document that is JSON-LD as a whole.
   *
   * @throws JacksonException when it is no JSON
   */
  public static List<Thing> in(String json) {
    return JsonLd.read(json);
  }

  /**
   * Whether an answer is JSON that speaks in the words of schema.org; its text is not read whole.
   */
  public static boolean isJson(Answer answer, String head) {
    boolean json =
        answer.mediaType().endsWith("json") || head.startsWith("{") || head.startsWith("[");
    return json && head.contains("\"@context\"") && head.contains("schema.org");
  }
}
