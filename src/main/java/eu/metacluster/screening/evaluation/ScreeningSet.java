package eu.metacluster.screening.evaluation;

import eu.metacluster.platform.Table;
import eu.metacluster.platform.UnusableInputException;
import eu.metacluster.screening.learning.ScreeningText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Records that somebody has already decided on.
 *
 * @param texts in the file's order
 * @param labels whether each was relevant
 */
record ScreeningSet(List<ScreeningText> texts, boolean[] labels) {

  static ScreeningSet read(Path file) throws UnusableInputException {
    Table table = Table.read(file);
    List<String> titles = table.column("title");
    List<String> bodies = table.column("abstract");
    List<String> values = table.column("label");
    List<ScreeningText> texts = new ArrayList<>();
    boolean[] labels = new boolean[values.size()];
    for (int i = 0; i < labels.length; i++) {
      texts.add(new ScreeningText(titles.get(i), bodies.get(i)));
      labels[i] = label(values.get(i).strip(), i);
    }
    ScreeningSet set = new ScreeningSet(texts, labels);
    if (set.relevant() < 2) {
      throw new UnusableInputException(
          file
              + " has "
              + set.relevant()
              + " relevant records; at least two are needed, one to begin with and one to find.");
    }
    return set;
  }

  private static boolean label(String value, int row) throws UnusableInputException {
    return switch (value) {
      case "1", "1.0" -> true;
      case "0", "0.0" -> false;
      default ->
          throw new UnusableInputException(
              "Row "
                  + row
                  + " (counted from 0) has the label \""
                  + value
                  + "\"; it must be 0 or 1.");
    };
  }

  int size() {
    return labels.length;
  }

  int relevant() {
    int relevant = 0;
    for (boolean one : labels) {
      relevant += one ? 1 : 0;
    }
    return relevant;
  }

  /**
   * One relevant and, where there is one, one irrelevant row for each run, drawn by {@code seed +
   * run}.
   */
  List<List<Integer>> drawn(int runs, int seed) {
    int[] relevant = rows(true);
    int[] irrelevant = rows(false);
    return IntStream.range(0, runs)
        .mapToObj(
            run -> {
              SplittableRandom random = new SplittableRandom((long) seed + run);
              List<Integer> priors = new ArrayList<>();
              priors.add(relevant[random.nextInt(relevant.length)]);
              if (irrelevant.length > 0) {
                priors.add(irrelevant[random.nextInt(irrelevant.length)]);
              }
              return priors;
            })
        .toList();
  }

  private int[] rows(boolean kind) {
    return IntStream.range(0, labels.length).filter(row -> labels[row] == kind).toArray();
  }
}
