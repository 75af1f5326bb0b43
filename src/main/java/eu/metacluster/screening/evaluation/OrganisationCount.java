package eu.metacluster.screening.evaluation;

import java.util.List;
import java.util.Map;

/**
 * Counts links as the makers of the sets do. For participants every mention that has an entry and
 * did not get it counts against recall; for lines of text, as in the register's own script, a wrong
 * link counts against precision only.
 */
final class OrganisationCount {

  private int right;
  private int wrong;
  private int missed;
  private int toFind;

  void add(String said, List<String> truth) {
    toFind += truth.isEmpty() ? 0 : 1;
    if (said.isEmpty()) {
      missed += truth.isEmpty() ? 0 : 1;
    } else if (truth.contains(said)) {
      right++;
    } else {
      wrong++;
    }
  }

  void into(Map<String, Object> figures, boolean lines) {
    double precision = ratio(right, right + wrong);
    double strict = ratio(right, toFind);
    double recall = lines ? ratio(right, right + missed) : strict;
    figures.put("to_find", toFind);
    figures.put("links", right + wrong);
    figures.put("precision", rounded(precision));
    figures.put("recall", rounded(recall));
    figures.put("f1", rounded(f1(precision, recall)));
    if (lines) {
      figures.put("recall_of_all", rounded(strict));
      figures.put("f1_of_all", rounded(f1(precision, strict)));
    }
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static double rounded(double figure) {
    return Math.round(figure * 10_000) / 10_000.0;
  }
}
