package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.oai.OaiError.Code;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request whose verb and arguments fit each other.
 *
 * @param arguments by name, without the verb
 */
record OaiRequest(Verb verb, Map<String, String> arguments) {

  private static final String TOKEN = "resumptionToken";

  /**
   * Reads the parameters of a request.
   *
   * @throws OaiError when there is no such verb, or the arguments are not those it is asked with
   */
  static OaiRequest of(Map<String, String[]> parameters) {
    String[] verbs = parameters.getOrDefault("verb", new String[0]);
    if (verbs.length != 1) {
      throw new OaiError(
          Code.BAD_VERB,
          verbs.length == 0 ? "There is no verb. " + verbs() : "There is more than one verb.");
    }
    Verb verb =
        Verb.of(verbs[0])
            .orElseThrow(() -> new OaiError(Code.BAD_VERB, "There is no such verb. " + verbs()));
    Map<String, String> arguments = new TreeMap<>();
    for (Map.Entry<String, String[]> each : parameters.entrySet()) {
      if (!each.getKey().equals("verb")) {
        arguments.put(each.getKey(), single(verb, each.getKey(), each.getValue()));
      }
    }
    return new OaiRequest(verb, complete(verb, arguments));
  }

  private static String verbs() {
    return Arrays.stream(Verb.values())
        .map(Verb::word)
        .collect(Collectors.joining(", ", "Ask with one of ", "."));
  }

  private static String single(Verb verb, String name, String[] values) {
    if (!verb.knows(name)) {
      throw bad(verb.word() + " takes no argument " + shortened(name) + ".");
    }
    if (values.length != 1) {
      throw bad("The argument " + name + " stands there more than once.");
    }
    if (values[0].isEmpty()) {
      throw bad("The argument " + name + " is empty.");
    }
    return values[0];
  }

  private static Map<String, String> complete(Verb verb, Map<String, String> arguments) {
    if (arguments.containsKey(TOKEN)) {
      if (arguments.size() > 1) {
        throw bad("A resumptionToken stands alone: it brings the other arguments along.");
      }
      return arguments;
    }
    Set<String> missing = new TreeSet<>(verb.must());
    missing.removeAll(arguments.keySet());
    if (!missing.isEmpty()) {
      throw bad(verb.word() + " needs the argument " + String.join(" and ", missing) + ".");
    }
    return arguments;
  }

  @Nullable String token() {
    return arguments.get(TOKEN);
  }

  /** An argument that the verb cannot be asked without. */
  String required(String name) {
    String value = arguments.get(name);
    if (value == null) {
      throw bad(verb.word() + " needs the argument " + name + ".");
    }
    return value;
  }

  @Nullable String optional(String name) {
    return arguments.get(name);
  }

  /** Names and values in turn, for the answer to repeat. */
  List<String> repeated() {
    return arguments.entrySet().stream()
        .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
        .toList();
  }

  static OaiError bad(String sentence) {
    return new OaiError(Code.BAD_ARGUMENT, sentence);
  }

  static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
