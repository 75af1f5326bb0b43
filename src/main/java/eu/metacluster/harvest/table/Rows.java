package eu.metacluster.harvest.table;

import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rows of a table, one after the other: the first that looks like a heading, then those below
 * it. Empty rows are passed over, and no row is wider or longer than a table for people may be.
 */
final class Rows {

  /** Columns that are looked at; a spreadsheet has up to 16,384. */
  static final int COLUMNS = 300;

  private static final int ROWS = 1_000_000;
  private static final int HEADING_WITHIN = 20;

  private final String file;
  private final Consumer<Problem> problems;
  private final Taker taker;
  private final List<Row> first = new ArrayList<>();
  private List<String> heading = List.of();
  private int taken;
  private boolean wide;
  private boolean full;

  /** One row. */
  record Row(long line, List<String> cells) {}

  /** Takes the rows below the heading. */
  @FunctionalInterface
  interface Taker {
    /** Takes one row; false when no more are wanted. */
    boolean row(List<String> heading, Row row) throws IOException;
  }

  Rows(String file, Consumer<Problem> problems, Taker taker) {
    this.file = file;
    this.problems = problems;
    this.taker = taker;
  }

  /**
   * Takes a row as it stands in the file; false when no more are wanted.
   *
   * @param line number of the row from 1
   * @param cells their texts, empty for empty ones
   */
  boolean add(long line, List<String> cells) throws IOException {
    if (cells.stream().allMatch(String::isBlank)) {
      return true;
    }
    List<String> bounded = cells;
    if (cells.size() > COLUMNS) {
      bounded = cells.subList(0, COLUMNS);
      if (!wide && cells.subList(COLUMNS, cells.size()).stream().anyMatch(c -> !c.isBlank())) {
        wide = true;
        problems.accept(new Problem(file, line, null, null, Reason.EXTRA_COLUMNS));
      }
    }
    Row row = new Row(line, List.copyOf(bounded));
    if (!heading.isEmpty()) {
      return hand(row);
    }
    first.add(row);
    return first.size() < HEADING_WITHIN || headed();
  }

  private boolean hand(Row row) throws IOException {
    if (++taken > ROWS) {
      full = true;
      problems.accept(new Problem(file, row.line(), null, null, Reason.TOO_MANY_ROWS));
      return false;
    }
    return taker.row(heading, row);
  }

  /** Hands out what waited for a heading. */
  void end() throws IOException {
    if (heading.isEmpty() && !first.isEmpty()) {
      headed();
    }
  }

  /** Whether rows were left out because there are too many. */
  boolean full() {
    return full;
  }

  /** A title above the table has fewer cells than the table. */
  private boolean headed() throws IOException {
    long widest = first.stream().mapToLong(Rows::filled).max().orElse(0);
    int at = 0;
    while (at < first.size() - 1 && filled(first.get(at)) * 5 < widest * 3) {
      at++;
    }
    heading = first.get(at).cells().stream().map(String::strip).toList();
    boolean more = true;
    for (int i = at + 1; i < first.size() && more; i++) {
      more = hand(first.get(i));
    }
    first.clear();
    return more;
  }

  private static long filled(Row row) {
    return row.cells().stream().filter(cell -> !cell.isBlank()).count();
  }
}
