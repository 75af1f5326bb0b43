package eu.metacluster.screening.linkage;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a source says of an organisation: a participant with its columns, or one line of text as
 * authors write below a title. What is not known is empty.
 *
 * @param text name of the participant, or the whole line
 * @param shortName acronym or short form
 * @param country ISO code of two letters, also the European Union's own EL and UK
 * @param free true for a line that may name departments, several organisations and places
 */
public record Mention(
    String text, String shortName, String country, String city, String website, boolean free) {

  private static final Pattern PARTS = Pattern.compile("[,;|()\\[\\]/\\n\\t]+|\\s[-–—]\\s|\\. ");
  private static final int MOST_PARTS = 24;

  /** A participant of a project. */
  public static Mention participant(
      String name, String shortName, String country, String city, String website) {
    return new Mention(name, shortName, country, city, website, false);
  }

  /** A line of text. */
  public static Mention line(String text) {
    return new Mention(text, "", "", "", "", true);
  }

  /** The parts that may be a name each, in their order. */
  List<String> parts() {
    return PARTS
        .splitAsStream(text)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .limit(MOST_PARTS)
        .toList();
  }
}
