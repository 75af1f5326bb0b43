package eu.metacluster.harvest;

import org.jspecify.annotations.Nullable;

/**
 * One line of a run's log: what was not taken as it stands, and where.
 *
 * @param file name of the file or archive member
 * @param line line in the file from 1; 0 when it concerns the whole file
 * @param field column or element, null when it concerns the whole row
 * @param value the offending value, shortened
 */
public record Problem(
    String file, long line, @Nullable String field, @Nullable String value, Reason reason) {

  private static final int SHOWN = 80;

  /** Shortens the value to what a page shows, without control characters. */
  public Problem {
    value = value == null ? null : shortened(value);
  }

  /** A problem of a whole file. */
  public static Problem of(String file, Reason reason) {
    return new Problem(file, 0, null, null, reason);
  }

  private static String shortened(String value) {
    String start = value.length() > SHOWN ? value.substring(0, SHOWN - 1) + "…" : value;
    StringBuilder plain = new StringBuilder(start.length());
    start
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : hidden(c) ? '\uFFFD' : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean hidden(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT || type == Character.SURROGATE;
  }
}
