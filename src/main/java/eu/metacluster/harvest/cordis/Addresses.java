package eu.metacluster.harvest.cordis;

import eu.metacluster.harvest.Reason;
import java.util.Locale;

/** Web addresses and points on the globe, checked before anybody links to them. */
final class Addresses {

  private Addresses() {}

  /** An http address, or one written without its scheme; empty and logged when it is another. */
  static String web(Values values, String column) {
    String text = values.name(column);
    if (text.isEmpty()) {
      return text;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    boolean http = lower.startsWith("http://") || lower.startsWith("https://");
    boolean bare = lower.indexOf(':') < 0 && lower.indexOf('.') > 0;
    if (text.indexOf(' ') >= 0 || !(http || bare)) {
      values.problem(column, text, Reason.BAD_ADDRESS);
      return "";
    }
    return text;
  }

  /** Whether it is {@code latitude,longitude} in degrees. */
  static boolean isLocation(String text) {
    int comma = text.indexOf(',');
    return comma > 0
        && within(text.substring(0, comma), 90)
        && within(text.substring(comma + 1), 180);
  }

  private static boolean within(String number, double limit) {
    if (!number.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ' ')) {
      return false;
    }
    try {
      double value = Double.parseDouble(number.strip());
      return Math.abs(value) <= limit;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
