package eu.metacluster.screening.evaluation;

import eu.metacluster.platform.UnusableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what each run knows at its beginning: a run a line, rows counted from 0. */
final class Priors {

  private Priors() {}

  /** All runs of the file. */
  static List<List<Integer>> read(Path file, ScreeningSet set) throws UnusableInputException {
    List<List<Integer>> runs = new ArrayList<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) {
          runs.add(run(line, set, file + ", line " + number));
        }
      }
    } catch (IOException e) {
      throw new UnusableInputException(file + " cannot be read: " + e.getMessage() + ".", e);
    }
    if (runs.isEmpty()) {
      throw new UnusableInputException(file + " names no run; it has one run a line.");
    }
    return runs;
  }

  private static List<Integer> run(String line, ScreeningSet set, String where)
      throws UnusableInputException {
    List<Integer> rows = new ArrayList<>();
    int relevant = 0;
    for (String word : line.strip().split("[\\s,]+", -1)) {
      int row = row(word, set, where);
      if (!rows.contains(row)) {
        rows.add(row);
        relevant += set.labels()[row] ? 1 : 0;
      }
    }
    if (relevant == set.relevant()) {
      throw new UnusableInputException(
          where + " holds all relevant records; nothing is to be found.");
    }
    return rows;
  }

  private static int row(String word, ScreeningSet set, String where)
      throws UnusableInputException {
    try {
      int row = Integer.parseInt(word);
      if (row >= 0 && row < set.size()) {
        return row;
      }
    } catch (NumberFormatException e) {
      // said below, as for a row that does not exist
    }
    throw new UnusableInputException(
        where + ": \"" + word + "\" is not a row from 0 to " + (set.size() - 1) + ".");
  }
}
