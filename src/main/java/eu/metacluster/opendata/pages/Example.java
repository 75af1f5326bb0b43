package eu.metacluster.opendata.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * Something to copy and run.
 *
 * @param file its name, such as {@code read.py}
 * @param tool what runs it
 * @param text with the address of this site in it
 */
public record Example(String file, String tool, String text) {

  /** What stands for the address of this site in the files. */
  static final String SITE = "https://grid.example.org";

  private record Known(String file, String tool) {}

  private static final List<Known> ALL =
      List.of(
          new Known("read.sh", "curl"),
          new Known("read.py", "Python"),
          new Known("read.R", "R"),
          new Known("Read.java", "Java"),
          new Known("read.sql", "SQL (DuckDB)"));

  /** All examples, with this address of the site. */
  static List<Example> all(String site) {
    return ALL.stream()
        .map(known -> new Example(known.file(), known.tool(), read(known.file(), site)))
        .toList();
  }

  private static String read(String file, String site) {
    try (InputStream in = new ClassPathResource("opendata/examples/" + file).getInputStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace(SITE, site).stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException("no example " + file, e);
    }
  }
}
