package eu.metacluster.screening.alike;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.grid.Records;
import eu.metacluster.screening.linkage.LinkTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from the grid what is compared: the values that are shown, cut to what tells apart. */
@Component
class ComparedRows {

  private static final int AT_ONCE = 1000;

  /** The beginning of a summary tells as much as all of it, and costs a tenth. */
  private static final int LONGEST = 400;

  private static final int SOURCES = 63;

  /** Days by which two statements of when something begins may differ and be a mistake. */
  private static final int SAME_TIME = 31;

  private final Records records;
  private final RecordTexts texts;

  ComparedRows(Records records, RecordTexts texts) {
    this.records = records;
    this.texts = texts;
  }

  /**
   * All records of a kind that somebody may still ask about.
   *
   * @param values of each its values in the order of the kind's columns
   */
  record Rows(Compared kind, List<Slim> records, List<List<String>> values) {

    /** The table of some of the columns. */
    LinkTable table(List<Column> some) {
      int[] places = some.stream().mapToInt(kind.columns()::indexOf).toArray();
      return new LinkTable(
          some.stream().map(Column::key).toList(),
          records.stream().map(one -> one.id().toString()).toList(),
          values.stream().map(row -> Arrays.stream(places).mapToObj(row::get).toList()).toList());
    }

    /**
     * Whether the source of two records says that they are two things, or they begin at quite
     * different times.
     */
    boolean apart(int one, int other) {
      boolean numberedApart = (records.get(one).numbered() & records.get(other).numbered()) != 0;
      int day = kind.begins();
      return numberedApart
          || (day >= 0 && farApart(values.get(one).get(day), values.get(other).get(day)));
    }

    private static boolean farApart(String one, String other) {
      try {
        return Math.abs(ChronoUnit.DAYS.between(LocalDate.parse(one), LocalDate.parse(other)))
            > SAME_TIME;
      } catch (DateTimeParseException e) {
        return false;
      }
    }

    /** Whether that is so of every two. */
    boolean allApart() {
      return records.stream().mapToLong(Slim::numbered).reduce(-1L, (a, b) -> a & b) != 0;
    }
  }

  /**
   * What is kept of a record while its kind is linked.
   *
   * @param settled whether the committee has put it aside
   * @param numbered a bit for each of the sources that give it a number of its own
   */
  record Slim(UUID id, boolean settled, long numbered) {}

  /**
   * Reads every record of a kind.
   *
   * @return null when it was asked to stop
   */
  @Nullable Rows all(Compared kind, BooleanSupplier stopping) {
    List<Slim> slim = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    Map<String, Integer> bits = new HashMap<>();
    UUID after = null;
    while (!stopping.getAsBoolean()) {
      List<GridRecord> page = records.page(kind.kind(), after, AT_ONCE);
      if (page.isEmpty()) {
        return new Rows(kind, slim, rows);
      }
      List<UUID> of = page.stream().map(GridRecord::id).toList();
      Map<UUID, List<String>> values = values(kind, of);
      Map<UUID, Long> numbered = numbered(kind, of, bits);
      for (GridRecord record : page) {
        if (Standing.present(record)) {
          slim.add(
              new Slim(
                  record.id(), Standing.settled(record), numbered.getOrDefault(record.id(), 0L)));
          rows.add(values.getOrDefault(record.id(), nothing(kind)));
        }
      }
      after = page.getLast().id();
    }
    return null;
  }

  /** The sources of those that bear a number, as bits; what comes after 63 sources has none. */
  private Map<UUID, Long> numbered(Compared kind, List<UUID> ids, Map<String, Integer> bits) {
    if (kind.number() == null) {
      return Map.of();
    }
    Map<UUID, List<String>> sources = texts.sources(ids);
    Map<UUID, Long> numbered = new HashMap<>();
    texts
        .identifiers(ids)
        .forEach(
            (id, own) -> {
              if (own.stream().anyMatch(one -> one.scheme() == kind.number())) {
                long mask = 0;
                for (String source : sources.getOrDefault(id, List.of())) {
                  int bit = bits.computeIfAbsent(source, name -> bits.size());
                  mask |= bit < SOURCES ? 1L << bit : 0;
                }
                numbered.put(id, mask);
              }
            });
    return numbered;
  }

  private static List<String> nothing(Compared kind) {
    return kind.columns().stream().map(column -> "").toList();
  }

  /** The compared values of these records in the order of the kind's columns. */
  Map<UUID, List<String>> values(Compared kind, Collection<UUID> ids) {
    Map<UUID, List<String>> values = new HashMap<>();
    texts.stated(ids, kind.fields()).forEach((id, stated) -> values.put(id, row(kind, stated)));
    return values;
  }

  private static List<String> row(Compared kind, Map<Field, List<String>> stated) {
    return kind.columns().stream().map(column -> value(column, stated)).toList();
  }

  private static String value(Column column, Map<Field, List<String>> stated) {
    Stream<String> values =
        column.fields().stream()
            .map(field -> stated.getOrDefault(field, List.of("")).getFirst())
            .filter(value -> !value.isEmpty());
    return column.together()
        ? cut(values.collect(Collectors.joining(", ")))
        : values.findFirst().map(moment -> moment.split("T", 2)[0]).orElse("");
  }

  private static String cut(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
  }

  /** Changes exactly when one of the values does. */
  static byte[] digest(List<String> values) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String value : values) {
        digest.update(value.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
