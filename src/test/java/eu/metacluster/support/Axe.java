package eu.metacluster.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * WCAG 2.2 AA as far as a machine can tell. The library's own builder hands its half a megabyte of
 * script to the page for each look; here a page gets it once, however often it is looked at.
 */
public final class Axe {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final List<String> WITH_PRACTICE =
      Stream.concat(RULES.stream(), Stream.of("best-practice")).toList();

  private static final String SCRIPT = script();

  /**
   * Runs the rules and tells what is broken: of each rule what it says, and the first places. To
   * say where each thing is that is fit takes long: only what is broken is described. Colours that
   * are fading are looked at when they have faded.
   */
  private static final String LOOK =
      """
      async tags => {
        const options = {resultTypes: ['violations'], runOnly: {type: 'tag', values: tags}};
        await Promise.race([
          Promise.allSettled(document.getAnimations().map(each => each.finished)),
          new Promise(go => setTimeout(go, 500))]);
        const found = await axe.run(document, options);
        return found.violations.map(rule => rule.id + ': ' + rule.help
          + rule.nodes.slice(0, 5).map(node => '\\n    at ' + node.target + ' '
            + (node.failureSummary || '').replace(/\\s*\\n\\s*/g, ' ') + ' ' + node.html).join(''));
      }
      """;

  private Axe() {}

  /**
   * Checks what the page shows now.
   *
   * @throws AssertionError that names each broken rule and where it is broken
   */
  public static void check(Page page) {
    List<String> violations = violations(page);
    if (!violations.isEmpty()) {
      throw new AssertionError(page.url() + "\n" + String.join("\n", violations));
    }
  }

  /** The broken rules of WCAG 2.2 AA, each with the first places where it is broken. */
  public static List<String> violations(Page page) {
    return violations(page, RULES);
  }

  /** The same, and what the library takes for best practice. */
  public static List<String> everything(Page page) {
    return violations(page, WITH_PRACTICE);
  }

  private static List<String> violations(Page page, List<String> tags) {
    for (Frame frame : page.frames()) {
      if (Boolean.FALSE.equals(frame.evaluate("'axe' in window"))) {
        frame.evaluate(SCRIPT);
      }
    }
    if (page.evaluate(LOOK, tags) instanceof List<?> broken) {
      return broken.stream().map(String::valueOf).toList();
    }
    throw new AssertionError("axe did not answer on " + page.url());
  }

  private static String script() {
    try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      byte[] all = Objects.requireNonNull(script, "the library's script").readAllBytes();
      return new String(all, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
