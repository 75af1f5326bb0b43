package eu.metacluster.discovery.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The countries that {@code assets/europe.svg} has a shape for, by ISO 3166-1 alpha-2. */
public final class Lands {

  private static final Map<String, String> PATHS = read();

  private static final Map<String, Box> SHAPES =
      PATHS.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, one -> Box.of(one.getValue()).orElseThrow()));

  private Lands() {}

  /** Whether the country is on the sheet. */
  public static boolean onSheet(String iso) {
    return SHAPES.containsKey(iso);
  }

  /** Where on the sheet its large parts are; empty for a country without a shape. */
  public static Optional<Box> box(String iso) {
    return Optional.ofNullable(SHAPES.get(iso));
  }

  /** The paths of the shapes by country, for drawings that stand alone. */
  public static Map<String, String> paths() {
    return PATHS;
  }

  private static Map<String, String> read() {
    try (InputStream in = Lands.class.getResourceAsStream("/assets/europe.svg")) {
      String svg = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile("<path id=\"([A-Z]{2})\" d=\"([^\"]+)\"")
          .matcher(svg)
          .results()
          .collect(Collectors.toUnmodifiableMap(found -> found.group(1), found -> found.group(2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
