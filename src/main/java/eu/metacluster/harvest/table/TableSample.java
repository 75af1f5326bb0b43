package eu.metacluster.harvest.table;

import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The heading and the first rows of a table.
 *
 * @param heading names of the columns
 * @param rows cells of the first rows
 */
public record TableSample(List<String> heading, List<List<String>> rows) {

  private static final int ROWS = 200;

  /**
   * Looks into a table.
   *
   * @param payload the file, or the folder that it lies in
   * @throws Refusal when it is no table, or an empty one
   */
  public static TableSample of(Path payload) throws IOException {
    List<String> names = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    TableFile.read(
        file(payload),
        problem -> {},
        (heading, row) -> {
          if (names.isEmpty()) {
            names.addAll(heading);
          }
          rows.add(row.cells());
          return rows.size() < ROWS;
        });
    if (rows.isEmpty()) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1474", "harvest.refusal.empty_table");
    }
    return new TableSample(names, rows);
  }

  /** What its columns probably are. */
  public TableMapping mapping() {
    return TableMapping.guess(heading, rows);
  }

  /** The first table of a folder, or the file itself. */
  static Path file(Path payload) throws IOException {
    if (!Files.isDirectory(payload)) {
      return payload;
    }
    try (Stream<Path> files = Files.list(payload)) {
      return files
          .filter(file -> TableFile.named(file.getFileName().toString()))
          .sorted()
          .findFirst()
          .orElseThrow(
              () -> new Refusal(Refusal.Kind.BAD_INPUT, "MC-1474", "harvest.refusal.empty_table"));
    }
  }
}
