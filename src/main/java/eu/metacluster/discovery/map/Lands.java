package eu.metacluster.discovery.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The countries that {@code assets/europe.svg} has a shape for, by ISO 3166-1 alpha-2. */
public final class Lands {

  private static final Set<String> SHAPES = read();

  private Lands() {}

  /** Whether the country is on the sheet. */
  public static boolean onSheet(String iso) {
    return SHAPES.contains(iso);
  }

  private static Set<String> read() {
    try (InputStream in = Lands.class.getResourceAsStream("/assets/europe.svg")) {
      String svg = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile("<path id=\"([A-Z]{2})\"")
          .matcher(svg)
          .results()
          .map(found -> found.group(1))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
