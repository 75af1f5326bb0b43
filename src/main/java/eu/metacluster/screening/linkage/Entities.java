package eu.metacluster.screening.linkage;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads characters that a source left written as HTML: {@code &amp;}, {@code &#252;}. */
final class Entities {

  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");

  /** Named ones are the letter they begin with, when a mark is all the rest says. */
  private static final Pattern MARKED =
      Pattern.compile("([a-zA-Z])(acute|grave|circ|uml|tilde|cedil|ring|slash|caron)");

  private static final Map<String, String> NAMED =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "nbsp", " ", "szlig", "ss", "ndash", "-",
          "apos", "'");

  private Entities() {}

  static String decode(String text) {
    Matcher found = ENTITY.matcher(text);
    return found.replaceAll(one -> Matcher.quoteReplacement(character(one.group(1), one.group())));
  }

  private static String character(String name, String whole) {
    if (name.startsWith("#")) {
      boolean hex = name.charAt(1) == 'x';
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
    }
    Matcher marked = MARKED.matcher(name);
    return marked.matches() ? marked.group(1) : NAMED.getOrDefault(name, whole);
  }
}
