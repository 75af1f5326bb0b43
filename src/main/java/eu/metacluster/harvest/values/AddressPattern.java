package eu.metacluster.harvest.values;

import eu.metacluster.shared.Refusal;
import java.net.URI;
import java.util.List;

/**
 * Which addresses are meant, as a person writes it: an address or its path, with {@code *} for
 * anything, such as {@code /events/*}.
 */
public final class AddressPattern {

  private static final int LONGEST = 500;
  private final List<String> parts;

  private AddressPattern(List<String> parts) {
    this.parts = parts;
  }

  /**
   * Reads a pattern.
   *
   * @param text a whole address, or a path from the root of the host, with stars
   * @throws Refusal when it is endless
   */
  public static AddressPattern of(String text) {
    String plain = text.strip();
    if (plain.isEmpty() || plain.length() > LONGEST) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1464", "harvest.refusal.pattern", plain);
    }
    return new AddressPattern(List.of(plain.split("\\*+", -1)));
  }

  /** One pattern for each line that says one. */
  public static List<AddressPattern> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).map(AddressPattern::of).toList();
  }

  /** Whether the address, or its path and query alone, is written so. */
  public boolean matches(URI address) {
    String query = address.getRawQuery() == null ? "" : '?' + address.getRawQuery();
    return matches(address.toString()) || matches(address.getRawPath() + query);
  }

  private boolean matches(String text) {
    String first = parts.getFirst();
    String last = parts.getLast();
    if (parts.size() == 1) {
      return text.equals(first);
    }
    if (!text.startsWith(first)) {
      return false;
    }
    int at = first.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = text.indexOf(part, at);
      if (found < 0) {
        return false;
      }
      at = found + part.length();
    }
    return text.length() - last.length() >= at && text.endsWith(last);
  }
}
