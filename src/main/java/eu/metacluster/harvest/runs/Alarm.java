package eu.metacluster.harvest.runs;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a coordinator must know about a source.
 *
 * @param about which field, when it is about one; empty otherwise
 * @param detail an example or the numbers
 * @param run in which it showed; null when in none
 * @param overAt when it ended; null while it lasts
 */
public record Alarm(
    long id,
    long source,
    Kind kind,
    String about,
    String detail,
    @Nullable Long run,
    Instant raisedAt,
    @Nullable Instant overAt) {

  /** What is wrong. */
  public enum Kind {
    /** It has not answered as it should several times in a row. */
    SILENT,
    /** It asks us to stay away: robots.txt, or a page that asks for a password. */
    CLOSED,
    /** A field that most things had is missing from nearly all of them. */
    FIELD_VANISHED,
    /** It has less than half of what it had. */
    COUNT_FELL,
    /** It answers, and nothing could be read from it. */
    EMPTY;

    /** The word in the database and in message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
