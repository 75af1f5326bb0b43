package eu.metacluster.discovery.map;

import eu.metacluster.shared.Nuts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names of regions by NUTS code, in the spelling of the region itself. */
public final class Regions {

  private static final Map<String, String> NAMES = read();

  private Regions() {}

  /** The region's name; its code when nobody told its name, empty for null. */
  public static String name(@Nullable String code) {
    return code == null ? "" : NAMES.getOrDefault(code, code);
  }

  private static Map<String, String> read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Regions.class.getResourceAsStream("regions.tsv")),
                StandardCharsets.UTF_8))) {
      Map<String, String> names =
          in.lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\t", 2))
              .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
      Map<String, String> all = new HashMap<>(names);
      names.forEach((code, name) -> all.putIfAbsent(Nuts.current(code), name));
      return Map.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
