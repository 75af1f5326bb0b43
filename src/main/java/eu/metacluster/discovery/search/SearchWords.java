package eu.metacluster.discovery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed, taken apart: words, "phrases" in quotation marks, either with a field before
 * it as in {@code title:word}, and either with a minus before it to leave out. A star at the end of
 * a word finds what begins so. Anything else is plain text; nothing is ever refused.
 */
public record SearchWords(String typed, List<Part> parts) {

  private static final int LONGEST_INPUT = 1_000;
  private static final int MOST_PARTS = 24;
  private static final int LONGEST_PART = 160;
  private static final int LONGEST_FIELD = 14;
  private static final int PLAIN_FROM = 3;

  /**
   * One word or phrase.
   *
   * @param field where to look, null for anywhere
   * @param excluded whether what contains it is left out
   * @param prefix whether it is the beginning of a word
   * @param start where the text stands in what was typed
   * @param from where the whole part begins, with its minus, field and quotation mark
   * @param to where it ends
   */
  public record Part(
      String text,
      @Nullable SearchField field,
      boolean phrase,
      boolean excluded,
      boolean prefix,
      int start,
      int from,
      int to) {

    /** Whether it is one word of letters that is looked for as it is: one that may be mistyped. */
    public boolean mayBeMistyped() {
      return !excluded
          && !prefix
          && !phrase
          && text.codePoints().allMatch(Character::isLetter)
          && (field == null || field == SearchField.TITLE || field == SearchField.ORGANISATION);
    }
  }

  /** Takes any text apart; words beyond the first two dozen are ignored. */
  public static SearchWords parse(String typed) {
    String text = typed.length() > LONGEST_INPUT ? typed.substring(0, LONGEST_INPUT) : typed;
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length() && parts.size() < MOST_PARTS) {
      if (isSpace(text.charAt(at))) {
        at++;
        continue;
      }
      int whole = at;
      boolean minus = text.charAt(at) == '-' || text.charAt(at) == '\u2212';
      int start = minus ? at + 1 : at;
      int colon = colon(text, start);
      Optional<SearchField> field =
          colon < 0 ? Optional.empty() : SearchField.of(text.substring(start, colon));
      start = field.isPresent() ? colon + 1 : start;
      boolean quoted = start < text.length() && isQuote(text.charAt(start));
      int from = quoted ? start + 1 : start;
      int end = quoted ? closing(text, from) : wordEnd(text, from);
      at = Math.max(at + 1, Math.min(text.length(), quoted ? end + 1 : end));
      Part raw = new Part("", field.orElse(null), quoted, minus, false, from, whole, at);
      add(parts, text.substring(from, end), raw);
    }
    return new SearchWords(text, List.copyOf(parts));
  }

  /**
   * Whether it is a question in plain words, or several of them, whose meaning says more than each
   * word does.
   */
  public boolean plain() {
    return parts.size() >= PLAIN_FROM
        && parts.stream()
            .allMatch(
                part ->
                    part.field() == null && !part.phrase() && !part.excluded() && !part.prefix());
  }

  /** The same text with this part's words replaced. */
  public String with(Part part, String words) {
    return typed.substring(0, part.start())
        + words
        + typed.substring(part.start() + part.text().length());
  }

  /** The same text without this part. */
  public String without(Part part) {
    return (typed.substring(0, part.from()) + typed.substring(part.to())).strip();
  }

  /** The part as it was typed. */
  public String raw(Part part) {
    return typed.substring(part.from(), part.to());
  }

  private static void add(List<Part> parts, String raw, Part part) {
    boolean prefix = !part.phrase() && raw.length() > 2 && raw.endsWith("*");
    String text = prefix ? raw.substring(0, raw.length() - 1) : raw;
    if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      String cut = text.length() > LONGEST_PART ? text.substring(0, LONGEST_PART) : text;
      parts.add(
          new Part(
              cut,
              part.field(),
              part.phrase(),
              part.excluded(),
              prefix,
              part.start(),
              part.from(),
              part.to()));
    }
  }

  /** Where the colon of a field stands; -1 when this is no field. */
  private static int colon(String text, int from) {
    int last = Math.min(text.length() - 1, from + LONGEST_FIELD);
    for (int at = from; at < last; at++) {
      char c = text.charAt(at);
      if (c == ':') {
        return isSpace(text.charAt(at + 1)) ? -1 : at;
      }
      if (!Character.isLetter(c) && c != '-') {
        return -1;
      }
    }
    return -1;
  }

  private static int closing(String text, int from) {
    int at = from;
    while (at < text.length() && !isQuote(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '"') {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private static boolean isQuote(char c) {
    return c == '"'
        || c == '\u201c'
        || c == '\u201d'
        || c == '\u201e'
        || c == '\u00ab'
        || c == '\u00bb';
  }
}
