package eu.metacluster.screening.linkage;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts words that a line has run together, as copied footnotes do: "FormerlyMcMaster University",
 * "Current addressGoogle". A word is parted before a capital when no name of the register has it
 * whole and some name has what follows; names such as AstraZeneca stay whole. What such a footnote
 * begins with, "currently with", is left out.
 */
final class Joints {

  private static final Pattern JOINED = Pattern.compile("\\p{L}*\\p{Ll}\\p{Lu}\\p{L}+");
  private static final Pattern JOINT = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  /** How a footnote begins that says where an author is by now. */
  private static final Pattern NOW =
      Pattern.compile(
          "^\\s*(?:(?:currently|presently|formerly)(?:\\s+(?:with|at))?|now\\s+(?:with|at)"
              + "|(?:current|present|permanent|former)\\s+(?:address|affill?iation)\\s*:?)"
              + "\\s+(?:the\\s+)?",
          Pattern.CASE_INSENSITIVE);

  /** A shorter rest is an ending or an initial rather than a name. */
  private static final int SHORTEST = 4;

  private Joints() {}

  static String parted(String line, NameIndex index) {
    String parted =
        JOINED
            .matcher(line)
            .replaceAll(found -> Matcher.quoteReplacement(word(found.group(), index)));
    String named = NOW.matcher(parted).replaceFirst("");
    return named.isBlank() ? parted : named;
  }

  private static String word(String word, NameIndex index) {
    if (known(word, index)) {
      return word;
    }
    Matcher joint = JOINT.matcher(word);
    while (joint.find()) {
      String rest = word.substring(joint.start());
      if (rest.length() >= SHORTEST && known(rest, index)) {
        return word.substring(0, joint.start()) + " " + rest;
      }
    }
    return word;
  }

  private static boolean known(String word, NameIndex index) {
    List<String> words = OrganisationWords.of(word);
    return !words.isEmpty() && words.stream().allMatch(index::knows);
  }
}
