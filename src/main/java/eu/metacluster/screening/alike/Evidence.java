package eu.metacluster.screening.alike;

import eu.metacluster.grid.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table that explains a suggestion.
 *
 * @param key the field's key, or the word for what belongs to the records as a whole
 * @param field null for what belongs to the records as a whole
 * @param one the first record's value, empty when it has none
 * @param word agrees, partly, differs or silent
 * @param weight how often the odds double; below 0 how often they halve
 */
public record Evidence(
    String key, @Nullable Field field, String one, String other, String word, double weight) {

  private static final double AGREES = 0.9;
  private static final double PARTLY = 0.4;
  private static final double MOST = 5;
  private static final int HALF = 50;

  /** Numbers and days agree when they are the same; of words a few letters may differ. */
  static String word(@Nullable Field field, double likeness, String one, String other) {
    boolean exact =
        field != null && (field.type() == Field.Type.DATE || field.type() == Field.Type.MONEY);
    if (exact) {
      return one.equals(other) ? "agrees" : "differs";
    }
    return likeness >= AGREES ? "agrees" : likeness >= PARTLY ? "partly" : "differs";
  }

  /** Whether there are two values to show. */
  public boolean compares() {
    return field != null;
  }

  /** How long its bar is, of 50. */
  public int length() {
    return (int) Math.round(Math.min(Math.abs(weight), MOST) / MOST * HALF);
  }

  /** Where its bar begins, of 100: what speaks against goes to the left of the middle. */
  public int begin() {
    return weight < 0 ? HALF - length() : HALF;
  }

  /** A value as a day; null when the field holds none. */
  public @Nullable LocalDate day(String value) {
    if (field == null || field.type() != Field.Type.DATE || value.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** A value as an amount in euro; null when the field holds none. */
  public @Nullable BigDecimal amount(String value) {
    if (field == null || field.type() != Field.Type.MONEY || value.isEmpty()) {
      return null;
    }
    try {
      return new BigDecimal(value);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
