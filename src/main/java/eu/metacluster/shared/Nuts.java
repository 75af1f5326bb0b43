package eu.metacluster.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Region codes of the Union's NUTS classification (Regulation (EC) 1059/2003), across its versions
 * of 2010, 2013, 2016, 2021 and 2024. Facts keep the code that their source wrote; what is counted
 * and drawn together goes by the newest one.
 */
public final class Nuts {

  /** Versions that a code can pass through. */
  private static final int VERSIONS = 6;

  private static final int SHORTEST = 2;

  private static final Map<String, String> RECODED = read();

  private Nuts() {}

  /**
   * The code in the newest version: {@code ITD5} became {@code ITH5}, {@code GR} is {@code EL}. A
   * region that was cut up is answered by the one above it, which holds all its parts; a code that
   * never changed, and one that is none, stay as they are.
   */
  public static String current(String code) {
    String now = code.startsWith("GR") ? "EL" + code.substring(SHORTEST) : code;
    for (int i = 0; i < VERSIONS; i++) {
      String next = next(now);
      if (next.equals(now)) {
        return now;
      }
      now = next;
    }
    return now;
  }

  /** One step: the longest beginning that was recoded decides. */
  private static String next(String code) {
    for (int length = code.length(); length > SHORTEST; length--) {
      String successor = RECODED.get(code.substring(0, length));
      if (successor != null) {
        boolean cutUp = successor.length() < length;
        return cutUp ? successor : successor + code.substring(length);
      }
    }
    return code;
  }

  /** The former codes whose successor is known. */
  public static Set<String> former() {
    return RECODED.keySet();
  }

  private static Map<String, String> read() {
    Map<String, String> recoded = new HashMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Nuts.class.getResourceAsStream("/eu/metacluster/shared/nuts-recodings.csv")),
                StandardCharsets.UTF_8))) {
      in.lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> recoded.put(column(line, 0), column(line, 1)));
      return Map.copyOf(recoded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String column(String line, int number) {
    int first = line.indexOf(',');
    return number == 0
        ? line.substring(0, first)
        : line.substring(first + 1, line.indexOf(',', first + 1));
  }
}
