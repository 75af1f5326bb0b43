package eu.metacluster.discovery.matching;

import eu.metacluster.grid.GridRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What two records have in common in the taxonomy. */
final class Shared {

  /** What a wholly equal place in the taxonomy adds to a likeness. */
  private static final double WEIGHT = 0.25;

  private Shared() {}

  /** What it adds: the share of values in common, of those that either has. */
  static double weight(GridRecord one, GridRecord other) {
    Set<String> mine = values(one);
    Set<String> either = new HashSet<>(mine);
    Set<String> theirs = values(other);
    either.addAll(theirs);
    mine.retainAll(theirs);
    return either.isEmpty() ? 0 : WEIGHT * mine.size() / either.size();
  }

  private static Set<String> values(GridRecord record) {
    Set<String> values = new HashSet<>();
    record.pillars().forEach(value -> values.add("p " + value));
    record.technologies().forEach(value -> values.add("t " + value));
    record.cancers().forEach(value -> values.add("c " + value));
    return values;
  }

  /** The reasons there are in it: technologies and cancers, which say more than pillars. */
  static List<Reason> reasons(GridRecord one, GridRecord other) {
    List<Reason> reasons = new ArrayList<>();
    add(reasons, Reason.Kind.TECHNOLOGY, one, other, GridRecord::technologies);
    add(reasons, Reason.Kind.CANCER, one, other, GridRecord::cancers);
    if (reasons.isEmpty()) {
      add(reasons, Reason.Kind.PILLAR, one, other, GridRecord::pillars);
    }
    return reasons;
  }

  private static void add(
      List<Reason> reasons,
      Reason.Kind kind,
      GridRecord one,
      GridRecord other,
      Function<GridRecord, List<String>> values) {
    List<String> both = new ArrayList<>(values.apply(one));
    both.retainAll(values.apply(other));
    if (!both.isEmpty()) {
      reasons.add(Reason.words(kind, both));
    }
  }
}
