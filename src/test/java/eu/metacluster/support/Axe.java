package eu.metacluster.support;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** WCAG 2.2 AA as far as a machine can tell. */
public final class Axe {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");
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
    return violations(page, options(true));
  }

  /** Broken rules that need no look at colours, which are the same in a window of another width. */
  public static List<String> violationsButOfColours(Page page) {
    return violations(page, options(false));
  }

  /** Broken rules of colours, which alone are others in the dark. */
  public static List<String> violationsOfColours(Page page) {
    return violations(page, only("rule", COLOURS));
  }

  private static List<String> violations(Page page, AxeRunOptions options) {
    // to say where each thing is that is fit takes long
    options.setResultTypes(List.of("violations"));
    List<String> violations = new ArrayList<>();
    var results = new AxeBuilder(page).options(options).setLegacyMode(true).analyze();
    for (Rule rule : results.getViolations()) {
      StringBuilder text = new StringBuilder(rule.getId() + ": " + rule.getHelp());
      rule.getNodes().stream().limit(SHOWN).forEach(node -> describe(text, node));
      violations.add(text.toString());
    }
    return violations;
  }

  private static AxeRunOptions options(boolean colours) {
    AxeRunOptions options = only("tag", RULES);
    if (!colours) {
      AxeRuleOptions off = new AxeRuleOptions();
      off.setEnabled(false);
      options.setRules(COLOURS.stream().collect(Collectors.toMap(rule -> rule, rule -> off)));
    }
    return options;
  }

  private static AxeRunOptions only(String type, List<String> values) {
    AxeRunOnlyOptions only = new AxeRunOnlyOptions();
    only.setType(type);
    only.setValues(values);
    AxeRunOptions options = new AxeRunOptions();
    options.setRunOnly(only);
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
