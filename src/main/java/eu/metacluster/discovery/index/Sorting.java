package eu.metacluster.discovery.index;

import java.util.Arrays;
import java.util.Locale;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/** The orders in which a list can be shown. */
public enum Sorting {
  /** Best match first. */
  RELEVANCE(new Sort(SortField.FIELD_SCORE, latest(IndexFields.START), title())),
  /** Latest start first, what has no start last. */
  NEWEST(new Sort(latest(IndexFields.START), title())),
  /** Largest contribution first. */
  CONTRIBUTION(new Sort(latest(IndexFields.CONTRIBUTION), title())),
  /** Those in most public projects first, for organisations. */
  PROJECTS(new Sort(latest(IndexFields.PROJECTS), title())),
  TITLE(new Sort(title())),
  /** What was authorised last first. */
  AUTHORISED(new Sort(latest(IndexFields.PUBLISHED), title()));

  private final Sort sort;

  Sorting(Sort sort) {
    this.sort = sort;
  }

  Sort sort() {
    return sort;
  }

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

  private static SortField latest(String field) {
    SortField latest = new SortField(field, SortField.Type.LONG, true, Long.MIN_VALUE);
    return latest;
  }

  private static SortField title() {
    return new SortField(
        IndexFields.TITLE_ORDER, SortField.Type.STRING, false, SortField.STRING_LAST);
  }
}
