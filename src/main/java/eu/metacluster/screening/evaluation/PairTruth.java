package eu.metacluster.screening.evaluation;

import eu.metacluster.platform.Table;
import eu.metacluster.platform.UnusableInputException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pairs of ids are the same thing.
 *
 * @param matches the true pairs
 * @param judged pairs to which the judgement is restricted; null when every pair is judged
 */
record PairTruth(Set<Ids> matches, @Nullable Set<Ids> judged) {

  /** Two ids; within one table in their own order, so that a pair has one name. */
  record Ids(String one, String other) {

    static Ids within(String one, String other) {
      return one.compareTo(other) <= 0 ? new Ids(one, other) : new Ids(other, one);
    }
  }

  /**
   * Reads pairs: the first two columns are the ids; with a column {@code label} (1 or 0) only the
   * pairs that it labels are judged.
   */
  static PairTruth read(Path file, LinkTables a, @Nullable LinkTables b)
      throws UnusableInputException {
    Table table = Table.read(file);
    if (table.columns().size() < 2) {
      throw new UnusableInputException(file + " must have two columns of ids.");
    }
    Set<String> ofA = new HashSet<>(a.table().ids());
    Set<String> ofB = b == null ? ofA : new HashSet<>(b.table().ids());
    boolean labelled = table.columns().contains("label");
    List<String> labels = table.columnIfThere("label");
    Set<Ids> matches = new LinkedHashSet<>();
    Set<Ids> judged = new HashSet<>();
    int unknown = 0;
    for (int i = 0; i < table.rows().size(); i++) {
      String one = table.rows().get(i).getFirst();
      String other = table.rows().get(i).get(1);
      if (!ofA.contains(one) || !ofB.contains(other)) {
        unknown++;
        continue;
      }
      Ids ids = b == null ? Ids.within(one, other) : new Ids(one, other);
      judged.add(ids);
      if (!labelled || labels.get(i).strip().equals("1")) {
        matches.add(ids);
      }
    }
    return checked(new PairTruth(matches, labelled ? judged : null), unknown, file);
  }

  private static PairTruth checked(PairTruth truth, int unknown, Path file)
      throws UnusableInputException {
    if (unknown > 0) {
      System.err.printf("%,d true pairs name an id that is not there; left out.%n", unknown);
    }
    if (truth.matches.isEmpty()) {
      throw new UnusableInputException(file + " names no pair of rows that are there.");
    }
    return truth;
  }

  /** Rows with the same value in the column {@code cluster} are the same thing. */
  static PairTruth ofClusters(LinkTables table) {
    Map<String, Set<String>> rows = new HashMap<>();
    Set<Ids> matches = new LinkedHashSet<>();
    for (int i = 0; i < table.clusters().size(); i++) {
      String id = table.table().ids().get(i);
      Set<String> others =
          rows.computeIfAbsent(table.clusters().get(i), c -> new LinkedHashSet<>());
      for (String other : others) {
        matches.add(Ids.within(id, other));
      }
      others.add(id);
    }
    return new PairTruth(matches, null);
  }

  boolean judges(Ids ids) {
    return judged == null || judged.contains(ids);
  }
}
