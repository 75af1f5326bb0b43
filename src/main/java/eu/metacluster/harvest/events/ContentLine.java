package eu.metacluster.harvest.events;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of an iCalendar file (RFC 5545, 3.1), already unfolded.
 *
 * @param name in capitals
 * @param parameters by name in capitals
 * @param value as it stands, with its escapes
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

  /** Reads a line; null when it has no name and value. */
  static @Nullable ContentLine of(String line) {
    int colon = end(line, 0, ':');
    int name = Math.min(end(line, 0, ';'), colon);
    if (colon >= line.length() || name == 0) {
      return null;
    }
    Map<String, String> parameters = new HashMap<>(4);
    for (int from = name; from < colon; ) {
      int to = Math.min(end(line, from + 1, ';'), colon);
      parameter(line.substring(from + 1, to), parameters);
      from = to;
    }
    String upper = line.substring(0, name).strip().toUpperCase(Locale.ROOT);
    return new ContentLine(upper, parameters, line.substring(colon + 1));
  }

  private static void parameter(String text, Map<String, String> parameters) {
    int equals = text.indexOf('=');
    if (equals > 0) {
      String value = text.substring(equals + 1).replace("\"", "");
      parameters.putIfAbsent(text.substring(0, equals).strip().toUpperCase(Locale.ROOT), value);
    }
  }

  /** Where this character stands outside quotes; the line's length when nowhere. */
  private static int end(String line, int from, char wanted) {
    boolean quoted = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == wanted && !quoted) {
        return i;
      }
    }
    return line.length();
  }

  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** The value as a text, its escapes undone. */
  String text() {
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char escaped = value.charAt(++i);
        text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
