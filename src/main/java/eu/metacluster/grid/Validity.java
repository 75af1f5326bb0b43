package eu.metacluster.grid;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a value held in the world, as its source says: an interval of dates that may be known to the
 * day, the month or the year and open at either end, or one date at which it was seen to hold.
 * Written as ISO 8601-2 (EDTF) does: {@code 2021-09/2022-05-17}, {@code ../2022}, {@code
 * 2013-04/..}, {@code 2024-05}.
 *
 * @param from first date, null when the interval is open there
 * @param to last date, the same as {@code from} when it is one date only
 */
public record Validity(@Nullable String from, @Nullable String to) {

  private static final String OPEN = "..";
  private static final String DATE = "\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?";
  private static final Pattern INTERVAL =
      Pattern.compile("(%1$s|\\.\\.)/(%1$s|\\.\\.)".formatted(DATE));
  private static final Pattern ONE = Pattern.compile(DATE);

  /** Both ends open would say nothing. */
  public Validity {
    if (from == null && to == null) {
      throw new IllegalArgumentException("A validity has an end at least.");
    }
  }

  /**
   * Reads what {@link #toString()} writes.
   *
   * @throws IllegalArgumentException when the text is no such interval or date
   */
  public static Validity parse(String text) {
    if (ONE.matcher(text).matches()) {
      return new Validity(text, text);
    }
    Matcher interval = INTERVAL.matcher(text);
    if (!interval.matches()) {
      throw new IllegalArgumentException("No interval of dates: " + text);
    }
    List<String> ends = List.of(interval.group(1), interval.group(2));
    return new Validity(end(ends.getFirst()), end(ends.getLast()));
  }

  private static @Nullable String end(String date) {
    return date.equals(OPEN) ? null : date;
  }

  /** As it is stored, null for none. */
  static @Nullable String text(@Nullable Validity validity) {
    return validity == null ? null : validity.toString();
  }

  /** Whether only one date is known at which it held. */
  public boolean once() {
    return from != null && from.equals(to);
  }

  @Override
  public String toString() {
    return once()
        ? String.valueOf(from)
        : Optional.ofNullable(from).orElse(OPEN) + "/" + Optional.ofNullable(to).orElse(OPEN);
  }
}
