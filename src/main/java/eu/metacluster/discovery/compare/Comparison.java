package eu.metacluster.discovery.compare;

import eu.metacluster.discovery.pages.Fact;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a comparison shows.
 *
 * @param records those compared, in the order of the address
 * @param unknown addresses that name nothing public
 * @param dropped whether more were named than stand side by side
 * @param shared what at least two of them have in common
 * @param figures counted of each
 * @param groups the facts under their headings
 * @param find words by which a further record is looked for
 * @param found what they find, and that is not compared yet
 */
public record Comparison(
    List<GridRecord> records,
    List<String> unknown,
    boolean dropped,
    Shared shared,
    List<Figure> figures,
    List<Group> groups,
    String find,
    List<Row> found) {

  /** So many stand side by side. */
  public static final int MOST = 4;

  /**
   * What is common.
   *
   * @param others partners of projects, or projects of organisations
   * @param subjects values of the codebook
   */
  public record Shared(List<Other> others, long more, List<Subject> subjects) {}

  /**
   * A record that takes part in several.
   *
   * @param in which of the compared ones, by their place from 0
   */
  public record Other(GridRecord record, Set<Integer> in) {}

  /** A value that several have. */
  public record Subject(Field field, String value, Set<Integer> in) {}

  /** A figure of each, in words of the page; empty where there is none. */
  public record Figure(String key, List<String> values) {
    /** Whether all are alike. */
    public boolean same() {
      return values.stream().distinct().count() == 1;
    }
  }

  /** Facts under one heading. */
  public record Group(String heading, List<Line> lines) {}

  /**
   * A field of all of them.
   *
   * @param facts one for each record, empty where nobody states it
   */
  public record Line(Field field, List<Optional<Fact>> facts) {

    /** Whether all state the same. */
    public boolean same() {
      return facts.stream().map(Line::values).distinct().count() == 1;
    }

    /** Whether every one of them has this value. */
    public boolean inAll(String value) {
      return facts.stream().allMatch(fact -> values(fact).contains(value));
    }

    private static Set<String> values(Optional<Fact> fact) {
      return fact.stream()
          .flatMap(one -> one.values().stream())
          .map(Fact.Value::text)
          .collect(Collectors.toSet());
    }
  }

  /** Whether there is something to compare. */
  public boolean enough() {
    return records.size() > 1;
  }

  /** Whether one more has room. */
  public boolean room() {
    return records.size() < MOST;
  }

  /** Whether they are organisations, which have projects in common and not partners. */
  public boolean organisations() {
    return records.stream().allMatch(record -> record.kind() == RecordKind.ORGANISATION);
  }

  /** Whether all have or all lack something. */
  public boolean inAll(Set<Integer> in) {
    return in.size() == records.size();
  }

  /** The same without one of them. */
  public String without(GridRecord record) {
    return address(
        records.stream().filter(other -> !other.id().equals(record.id())).map(GridRecord::path));
  }

  /** The same with one more. */
  public String with(Row row) {
    return address(Stream.concat(records.stream().map(GridRecord::path), Stream.of(row.path())));
  }

  /** The address without the words looked for. */
  public String address() {
    return address(records.stream().map(GridRecord::path));
  }

  private static String address(Stream<String> paths) {
    String question =
        paths
            .map(path -> "with=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"))
            .replace("%2F", "/");
    return question.isEmpty() ? "/compare" : "/compare?" + question;
  }
}
