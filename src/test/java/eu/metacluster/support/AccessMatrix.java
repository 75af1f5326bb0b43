package eu.metacluster.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code src/test/resources/access-matrix.csv}: every endpoint with what each role gets there, and
 * for pages an example path that the page catalogue opens.
 */
public final class AccessMatrix {

  public static final Path FILE = Path.of("src/test/resources/access-matrix.csv");

  /** The columns after method and path. */
  public static final List<String> ROLES =
      List.of("visitor", "member", "committee", "coordinator", "administrator");

  private AccessMatrix() {}

  /**
   * One endpoint.
   *
   * @param outcomes by role: {@code allowed}, {@code refused} or {@code sign-in}
   * @param example paths to open in the page catalogue, with {@code ;} between blanks; {@code -}
   *     when it is no page; a select in parentheses is replaced by what it finds; empty means the
   *     path itself
   */
  public record Row(String method, String path, Map<String, String> outcomes, String example) {

    /** How the endpoint is called in failures. */
    public String name() {
      return method + " " + path;
    }

    /** Whether the endpoint answers this role. */
    public boolean allows(String role) {
      return "allowed".equals(outcomes.get(role));
    }

    /** Whether the catalogue should open it. */
    public boolean page() {
      return method.equals("GET") && !example.equals("-");
    }

    /** The row as the file has it. */
    public String line() {
      return method + "," + path + "," + String.join(",", outcomes.values()) + "," + example;
    }
  }

  /** All rows of the file. */
  public static List<Row> read() {
    try {
      return Files.readAllLines(FILE).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("method,"))
          .map(AccessMatrix::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    List<String> cells = Arrays.asList(line.split(",", 8));
    if (cells.size() < 7) {
      throw new IllegalStateException("not a row of the access matrix: " + line);
    }
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (int i = 0; i < ROLES.size(); i++) {
      outcomes.put(ROLES.get(i), cells.get(i + 2).strip());
    }
    String example = cells.size() > 7 ? cells.get(7).strip() : "";
    return new Row(cells.get(0).strip(), cells.get(1).strip(), outcomes, example);
  }
}
