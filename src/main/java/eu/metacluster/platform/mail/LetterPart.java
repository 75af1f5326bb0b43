package eu.metacluster.platform.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of a mail's text: an address that a page may link, or the words between. */
public record LetterPart(String text, boolean link) {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

  /** The pieces of a text in order; together they are the text. */
  public static List<LetterPart> of(String text) {
    List<LetterPart> parts = new ArrayList<>();
    Matcher addresses = ADDRESS.matcher(text);
    int end = 0;
    while (addresses.find()) {
      parts.add(new LetterPart(text.substring(end, addresses.start()), false));
      parts.add(new LetterPart(addresses.group(), true));
      end = addresses.end();
    }
    parts.add(new LetterPart(text.substring(end), false));
    return parts;
  }
}
