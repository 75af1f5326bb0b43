package eu.metacluster.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which texts name one person: an address, and names of at least two words. A name of
 * one word is not among them, because it may as well be a river, a month or somebody else; it is
 * among the words for the person's own texts, see {@link #own}.
 */
public final class PersonWords {

  /** What stands where the person was named. */
  public static final String GONE = "…";

  private static final int SHORTEST = 5;
  private static final String PART = "[\\p{L}\\p{N}]";

  /** In JSON a name that begins a line stands right behind an {@code n}. */
  private static final String ESCAPED = "(?<=\\\\[nrt])";

  private static final String BETWEEN = "(?:[\\s,]|\\\\[nrt])+";

  private final List<String> probes;
  private final List<Pattern> patterns;
  private final Set<String> names;
  private final Set<String> known;
  private final Set<String> singles;

  private PersonWords(
      List<String> probes,
      List<Pattern> patterns,
      Set<String> names,
      Set<String> known,
      Set<String> singles) {
    this.probes = probes;
    this.patterns = patterns;
    this.names = names;
    this.known = known;
    this.singles = singles;
  }

  /**
   * The words of a person.
   *
   * @param email the address; empty when it is not known
   * @param names as the person is or was called here
   */
  public static PersonWords of(String email, Collection<String> names) {
    List<String> probes = new ArrayList<>();
    List<Pattern> patterns = new ArrayList<>();
    Set<String> whole = new LinkedHashSet<>();
    Set<String> known = new LinkedHashSet<>();
    if (!email.isBlank()) {
      probes.add(email.toLowerCase(Locale.ROOT));
      patterns.add(
          pattern(
              "(?:(?<![\\w.+-])|" + ESCAPED + ")" + Pattern.quote(email) + "(?![\\w-]|\\.\\w)"));
    }
    for (String name : names) {
      String[] parts = name.strip().split("[\\s,]+");
      if (parts.length == 1 && parts[0].length() > 1) {
        known.add(parts[0]);
      }
      if (parts.length < 2 || name.strip().length() < SHORTEST) {
        continue;
      }
      whole.add(String.join(" ", parts));
      probes.add(parts[parts.length - 1].toLowerCase(Locale.ROOT));
      patterns.add(name(Arrays.asList(parts)));
      patterns.add(name(Arrays.asList(parts).reversed()));
    }
    return new PersonWords(
        List.copyOf(probes), List.copyOf(patterns), Set.copyOf(whole), Set.copyOf(known), Set.of());
  }

  /**
   * The words for texts that the person gave, or that are about what the person gave: names of one
   * word, too, as whole words with their capital. Whoever is called May goes, what may be stays.
   */
  public PersonWords own() {
    List<String> more = new ArrayList<>(probes);
    List<Pattern> all = new ArrayList<>(patterns);
    for (String single : known) {
      more.add(single.toLowerCase(Locale.ROOT));
      String upper = single.toUpperCase(Locale.ROOT);
      int first = single.offsetByCodePoints(0, 1);
      String capital =
          upper.substring(0, Math.min(first, upper.length())) + single.substring(first);
      all.add(
          Pattern.compile(
              "(?:(?<!%1$s)|%2$s)(?:%3$s|%4$s)(?!%1$s)"
                  .formatted(PART, ESCAPED, Pattern.quote(capital), Pattern.quote(upper))));
    }
    return new PersonWords(List.copyOf(more), List.copyOf(all), names, known, known);
  }

  private static Pattern name(List<String> parts) {
    String joined = String.join(BETWEEN, parts.stream().map(Pattern::quote).toList());
    return pattern("(?:(?<!" + PART + ")|" + ESCAPED + ")" + joined + "(?!" + PART + ")");
  }

  private static Pattern pattern(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Pieces in lower case, one of which is in every text that names the person. */
  public String[] probes() {
    return probes.toArray(String[]::new);
  }

  /** The whole names among the words. */
  public Set<String> names() {
    return names;
  }

  /** The names of one word among the words; none but in the person's own texts. */
  public Set<String> singles() {
    return singles;
  }

  /** The text without the person. */
  public String without(String text) {
    String left = text;
    for (Pattern pattern : patterns) {
      left = pattern.matcher(left).replaceAll(Matcher.quoteReplacement(GONE));
    }
    return left;
  }
}
