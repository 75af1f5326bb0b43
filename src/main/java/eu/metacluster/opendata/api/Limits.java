package eu.metacluster.opendata.api;

import eu.metacluster.shared.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the parameters that pages have in common. */
final class Limits {

  static final int USUAL = 100;
  static final int MOST = 500;

  private Limits() {}

  /**
   * How many on a page.
   *
   * @throws Refusal MC-1804 when it is no number between 1 and {@link #MOST}
   */
  static int of(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    if (!text.matches("[0-9]{1,4}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1804", "opendata.refused.limit", MOST);
    }
    return Integer.parseInt(text);
  }

  /**
   * A number from 0.
   *
   * @throws Refusal MC-1809 when it is none
   */
  static long number(String name, @Nullable String text, long otherwise) {
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1809", "opendata.refused.number", name);
    }
    return Long.parseLong(text);
  }

  /**
   * The place where a page ended.
   *
   * @throws Refusal MC-1805 when it is none that was given out
   */
  static @Nullable UUID cursor(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1805", "opendata.refused.cursor");
    }
    return UUID.fromString(text);
  }
}
