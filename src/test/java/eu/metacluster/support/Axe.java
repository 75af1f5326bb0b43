package eu.metacluster.support;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** WCAG 2.2 AA as far as a machine can tell. */
public final class Axe {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final int SHOWN = 5;

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

  /** The broken rules, each with the first places where it is broken. */
  public static List<String> violations(Page page) {
    List<String> violations = new ArrayList<>();
    var results = new AxeBuilder(page).options(options()).setLegacyMode(true).analyze();
    for (Rule rule : results.getViolations()) {
      StringBuilder text = new StringBuilder(rule.getId() + ": " + rule.getHelp());
      rule.getNodes().stream().limit(SHOWN).forEach(node -> describe(text, node));
      violations.add(text.toString());
    }
    return violations;
  }

  /** To say where each thing is that is fit takes long: only what is broken is described. */
  private static AxeRunOptions options() {
    AxeRunOnlyOptions rules = new AxeRunOnlyOptions();
    rules.setType("tag");
    rules.setValues(RULES);
    AxeRunOptions options = new AxeRunOptions();
    options.setRunOnly(rules);
    options.setResultTypes(List.of("violations"));
    return options;
  }

  private static void describe(StringBuilder text, CheckedNode node) {
    String why = node.getFailureSummary() == null ? "" : node.getFailureSummary();
    text.append("\n    at ")
        .append(node.getTarget())
        .append(" ")
        .append(why.replaceAll("\\s*\n\\s*", " ").replace("Fix any of the following:", "–"));
  }
}
