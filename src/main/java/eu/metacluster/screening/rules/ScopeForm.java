package eu.metacluster.screening.rules;

import eu.metacluster.screening.scope.ScopeDefinition;
import eu.metacluster.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a scope is described, as it was typed.
 *
 * @param examples one on each line; so are the counter-examples
 * @param byModel whether a model of the partnership's own should rank
 * @param error what is wrong with it, or null
 */
public record ScopeForm(
    String name,
    String text,
    String examples,
    String counterExamples,
    boolean byModel,
    @Nullable Refusal error) {

  static ScopeForm of(ScopeDefinition scope, boolean byModel) {
    return new ScopeForm(
        scope.name(),
        scope.text(),
        String.join("\n", scope.examples()),
        String.join("\n", scope.counterExamples()),
        byModel,
        null);
  }

  ScopeForm refused(Refusal refusal) {
    return new ScopeForm(name, text, examples, counterExamples, byModel, refusal);
  }

  /** The code of what is wrong with this field, for its own message; null when it is fine. */
  public @Nullable Refusal error(String code) {
    return error != null && error.code().equals(code) ? error : null;
  }

  ScopeDefinition definition() {
    return new ScopeDefinition(
        clean(name).replace('\n', ' '), clean(text), lines(examples), lines(counterExamples));
  }

  private static List<String> lines(String text) {
    return clean(text).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String clean(String text) {
    return text.replace("\0", "").replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
