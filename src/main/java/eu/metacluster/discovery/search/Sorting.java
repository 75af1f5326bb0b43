package eu.metacluster.discovery.search;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The orders in which a list can be shown. */
public enum Sorting {
  /** Best match first. */
  RELEVANCE,
  /** Latest start first, what has no start last. */
  NEWEST,
  /** Largest contribution first. */
  CONTRIBUTION,
  /** Those in most public projects first, for organisations. */
  PROJECTS,
  TITLE,
  /** What was authorised last first. */
  AUTHORISED;

  /** The word in addresses and message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The order with this word, or the usual one: by relevance when there are words, else newest. */
  static Sorting of(@Nullable String word, boolean hasWords) {
    return Arrays.stream(values())
        .filter(sorting -> sorting.word().equals(word))
        .findFirst()
        .orElse(usual(hasWords));
  }

  static Sorting usual(boolean hasWords) {
    return hasWords ? RELEVANCE : NEWEST;
  }
}
