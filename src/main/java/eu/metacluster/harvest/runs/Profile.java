package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Counts how many of the things found had each field, with an example of each: when a source
 * changes its format, it shows here first.
 */
final class Profile {

  /** The name under which all things of a kind are counted. */
  static final String ALL = "";

  private static final String PARTNERS = "partner";
  private static final int SHOWN = 200;

  private final Map<RecordKind, Map<String, Column>> kinds = new EnumMap<>(RecordKind.class);

  /** One field of one kind. */
  static final class Column {
    private int things;
    private final String example;

    private Column(String example) {
      this.example = example.length() > SHOWN ? example.substring(0, SHOWN) : example;
    }

    int things() {
      return things;
    }

    String example() {
      return example;
    }
  }

  void count(Finding finding) {
    Map<String, Column> columns = kinds.computeIfAbsent(finding.kind(), k -> new TreeMap<>());
    count(columns, ALL, finding.key());
    Set<String> counted = new HashSet<>();
    for (Finding.Fact fact : finding.facts()) {
      if (counted.add(fact.field().key())) {
        count(columns, fact.field().key(), fact.value());
      }
    }
    if (!finding.partners().isEmpty()) {
      count(columns, PARTNERS, finding.partners().getFirst().organisation().value());
    }
  }

  private static void count(Map<String, Column> columns, String name, String example) {
    columns.computeIfAbsent(name, n -> new Column(example)).things++;
  }

  /** Hands out the columns by kind. */
  void each(BiConsumer<RecordKind, Map<String, Column>> taker) {
    kinds.forEach(taker);
  }
}
