package eu.metacluster.screening.evaluation;

import eu.metacluster.platform.Table;
import eu.metacluster.platform.UnusableInputException;
import eu.metacluster.screening.linkage.LinkTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table to be linked: its first column is the id; a column {@code cluster}, which says what
 * belongs together, is kept apart and never compared.
 *
 * @param clusters one per row; empty when there is no such column
 */
record LinkTables(LinkTable table, List<String> clusters) {

  private static final String CLUSTER = "cluster";

  static LinkTables read(Path file) throws UnusableInputException {
    Table table = Table.read(file);
    if (table.columns().size() < 2) {
      throw new UnusableInputException(
          file + " has one column only; the first is the id, the others are compared.");
    }
    int cluster = table.columns().indexOf(CLUSTER);
    List<String> columns = without(table.columns(), cluster);
    if (columns.isEmpty()) {
      throw new UnusableInputException(file + " has no column to compare.");
    }
    List<String> ids = table.rows().stream().map(List::getFirst).toList();
    report(file, ids);
    List<List<String>> rows = table.rows().stream().map(row -> without(row, cluster)).toList();
    List<String> clusters =
        cluster < 1 ? List.of() : table.rows().stream().map(row -> row.get(cluster)).toList();
    return new LinkTables(new LinkTable(columns, ids, rows), clusters);
  }

  private static List<String> without(List<String> row, int cluster) {
    List<String> values = new ArrayList<>(row.size());
    for (int i = 1; i < row.size(); i++) {
      if (i != cluster) {
        values.add(row.get(i));
      }
    }
    return values;
  }

  private static void report(Path file, List<String> ids) {
    Set<String> seen = new HashSet<>();
    long again = ids.stream().filter(id -> !seen.add(id)).count();
    if (again > 0) {
      System.err.printf("%s: %,d ids are not the first of their kind.%n", file, again);
    }
  }
}
