package eu.metacluster.discovery.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a question found.
 *
 * @param total how many records in all
 * @param rows those of this page
 * @param page the page shown, which is the last when a later one was asked for
 * @param pages how many there are, at least 1
 * @param counts by facet, the values that occur and in how many records, most first; choosing in
 *     one facet does not narrow that facet's own counts
 * @param names what the values of {@link Facet#ORGANISATION} are called
 * @param hint how the words were understood
 * @param behind whether records are missing because much is still to be taken in
 */
public record Found(
    long total,
    List<Row> rows,
    int page,
    int pages,
    Map<Facet, List<Count>> counts,
    Map<String, String> names,
    Hint hint,
    boolean behind) {

  /** A value and in how many of the found records it occurs. */
  public record Count(String value, long count) {}

  /**
   * How the words were understood.
   *
   * @param alike whether nothing has the words as typed, and what comes closest is shown
   * @param meant what was probably meant, null when there is nothing to suggest
   * @param count how many records that would find
   * @param byMeaning whether the meaning of the question ranked as well as its words
   * @param country the code of the country that the question asks for, where all of it happens
   * @param unread whether nothing of the words can be looked for, and everything is shown
   */
  public record Hint(
      boolean alike,
      @Nullable String meant,
      long count,
      boolean byMeaning,
      @Nullable String country,
      boolean unread) {

    /** The words were found as they are. */
    public static final Hint NONE = new Hint(false, null, 0, false, null, false);

    /** Nothing has the words as they are. */
    public Hint closest() {
      return new Hint(true, meant, count, byMeaning, country, unread);
    }

    /** Something else was probably meant, which finds so many. */
    public Hint saying(String other, long found) {
      return new Hint(alike, other, found, byMeaning, country, unread);
    }

    /** All of it happens in this country. */
    public Hint in(@Nullable String iso) {
      return new Hint(alike, meant, count, byMeaning, iso, unread);
    }

    /** Nothing of the words can be looked for. */
    public Hint everything() {
      return new Hint(alike, meant, count, byMeaning, country, true);
    }
  }

  /** The same, found while the index has much to take in. */
  public Found whileBehind() {
    return new Found(total, rows, page, pages, counts, names, hint, true);
  }

  /** The counts of one facet. */
  public List<Count> of(Facet facet) {
    return counts.getOrDefault(facet, List.of());
  }
}
