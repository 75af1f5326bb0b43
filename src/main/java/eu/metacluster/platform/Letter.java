package eu.metacluster.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A mail to be sent.
 *
 * @param to one address
 * @param subject one line; line breaks become spaces
 * @param text plain text
 * @param headers further headers by name, such as {@code List-Unsubscribe}
 * @param bulk whether many get the like: when the product is killed while it hands such a mail
 *     over, nobody gets it twice and it is shown as one that perhaps did not arrive
 */
public record Letter(
    String to, String subject, String text, Map<String, String> headers, boolean bulk) {

  private static final int LONGEST_SUBJECT = 200;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z-]*");

  /**
   * @throws IllegalArgumentException when a header could forge another one
   */
  public Letter {
    subject = SPACES.matcher(subject).replaceAll(" ").strip();
    subject = subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    text = text.replace("\0", "");
    headers = new LinkedHashMap<>(headers);
    headers.forEach(
        (name, value) -> {
          if (!NAME.matcher(name).matches() || value.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("not a header: " + name);
          }
        });
  }

  /** A mail to one person, tried again until it has left. */
  public static Letter to(String address, String subject, String text) {
    return new Letter(address, subject, text, Map.of(), false);
  }
}
