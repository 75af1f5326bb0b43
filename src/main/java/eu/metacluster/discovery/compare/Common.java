package eu.metacluster.discovery.compare;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Finds what at least two records have in common. */
final class Common {

  private static final int MOST = 30;

  private Common() {}

  static Comparison.Shared of(List<Side> sides) {
    Map<UUID, Set<Integer>> places = new LinkedHashMap<>();
    Map<UUID, GridRecord> records = new LinkedHashMap<>();
    for (int at = 0; at < sides.size(); at++) {
      for (GridRecord other : sides.get(at).others()) {
        records.put(other.id(), other);
        places.computeIfAbsent(other.id(), id -> new TreeSet<>()).add(at);
      }
    }
    List<Comparison.Other> shared = new ArrayList<>();
    records.forEach(
        (id, record) -> {
          Set<Integer> in = places.getOrDefault(id, Set.of());
          if (in.size() > 1) {
            shared.add(new Comparison.Other(record, in));
          }
        });
    shared.sort(
        Comparator.comparingInt((Comparison.Other other) -> -other.in().size())
            .thenComparing(other -> other.record().label()));
    int shown = Math.min(MOST, shared.size());
    return new Comparison.Shared(
        List.copyOf(shared.subList(0, shown)), (long) shared.size() - shown, subjects(sides));
  }

  private static List<Comparison.Subject> subjects(List<Side> sides) {
    List<Comparison.Subject> subjects = new ArrayList<>();
    subjects(sides, Field.PILLAR, GridRecord::pillars, subjects);
    subjects(sides, Field.TECHNOLOGY, GridRecord::technologies, subjects);
    subjects(sides, Field.CANCER, GridRecord::cancers, subjects);
    return subjects;
  }

  private static void subjects(
      List<Side> sides,
      Field field,
      Function<GridRecord, List<String>> values,
      List<Comparison.Subject> all) {
    Map<String, Set<Integer>> places = new LinkedHashMap<>();
    for (int at = 0; at < sides.size(); at++) {
      for (String value : sides.get(at).subjects(values)) {
        places.computeIfAbsent(value, v -> new TreeSet<>()).add(at);
      }
    }
    places.forEach(
        (value, in) -> {
          if (in.size() > 1) {
            all.add(new Comparison.Subject(field, value, in));
          }
        });
  }
}
