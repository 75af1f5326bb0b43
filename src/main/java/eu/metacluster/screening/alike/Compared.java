package eu.metacluster.screening.alike;

import static eu.metacluster.grid.Field.ACRONYM;
import static eu.metacluster.grid.Field.CITY;
import static eu.metacluster.grid.Field.CONTRIBUTION;
import static eu.metacluster.grid.Field.COUNTRY;
import static eu.metacluster.grid.Field.ENDS_AT;
import static eu.metacluster.grid.Field.END_DATE;
import static eu.metacluster.grid.Field.ORGANISER;
import static eu.metacluster.grid.Field.POSTCODE;
import static eu.metacluster.grid.Field.STARTS_AT;
import static eu.metacluster.grid.Field.START_DATE;
import static eu.metacluster.grid.Field.STREET;
import static eu.metacluster.grid.Field.SUMMARY;
import static eu.metacluster.grid.Field.TITLE;
import static eu.metacluster.grid.Field.URL;
import static eu.metacluster.grid.Field.VENUE;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is compared of which kind of record. */
enum Compared {
  PROJECT(
      RecordKind.PROJECT,
      Scheme.GRANT,
      Column.each(TITLE, ACRONYM, SUMMARY, START_DATE, END_DATE, CONTRIBUTION)),
  ORGANISATION(RecordKind.ORGANISATION, null, organisation()),
  CALL(RecordKind.CALL, Scheme.TOPIC, Column.each(TITLE, SUMMARY, START_DATE, END_DATE)),
  EVENT(RecordKind.EVENT, null, meeting()),
  TRAINING(RecordKind.TRAINING, null, meeting()),
  PRACTICE(RecordKind.PRACTICE, null, Column.each(TITLE, ACRONYM, SUMMARY, COUNTRY, URL)),
  OUTPUT(RecordKind.OUTPUT, null, Column.each(TITLE, ACRONYM, SUMMARY, START_DATE, URL)),
  NEWS(RecordKind.NEWS, null, Column.each(TITLE, SUMMARY, START_DATE, URL));

  private static final String ADDRESS = "address";

  private final RecordKind kind;
  private final @Nullable Scheme number;
  private final List<Column> columns;

  Compared(RecordKind kind, @Nullable Scheme number, List<Column> columns) {
    this.kind = kind;
    this.number = number;
    this.columns = columns;
  }

  private static List<Column> meeting() {
    List<Column> columns = new ArrayList<>(Column.each(TITLE, ACRONYM, SUMMARY));
    columns.add(Column.day(START_DATE, STARTS_AT));
    columns.add(Column.day(END_DATE, ENDS_AT));
    columns.addAll(Column.each(VENUE, CITY, COUNTRY, URL, ORGANISER));
    return List.copyOf(columns);
  }

  private static List<Column> organisation() {
    List<Column> columns = new ArrayList<>(Column.each(TITLE, CITY, COUNTRY));
    columns.add(new Column("address", List.of(STREET, POSTCODE, CITY, COUNTRY)));
    columns.addAll(Column.each(URL));
    return List.copyOf(columns);
  }

  RecordKind kind() {
    return kind;
  }

  /**
   * The scheme by which a source numbers each thing once: two records of one source with such
   * numbers are two things. Null for kinds of which sources list the same thing twice.
   */
  @Nullable Scheme number() {
    return number;
  }

  List<Column> columns() {
    return columns;
  }

  /**
   * Where the day stands on which it begins, if that tells two of it apart: a meeting that is held
   * every year is another one each time. -1 for what has no such day.
   */
  int begins() {
    return this == EVENT || this == TRAINING
        ? columns.indexOf(Column.day(START_DATE, STARTS_AT))
        : -1;
  }

  /** Every field that is read for it. */
  Set<Field> fields() {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    columns.forEach(column -> fields.addAll(column.fields()));
    return fields;
  }

  /**
   * The columns of each comparison. Organisations are compared by name, address and website, and
   * once more by name and town: one that moved keeps its name, and a new code often comes without a
   * website.
   */
  List<List<Column>> views() {
    if (this != ORGANISATION) {
      return List.of(columns);
    }
    Set<String> whole = Set.of(TITLE.key(), ADDRESS, URL.key());
    Set<String> place = Set.of(TITLE.key(), CITY.key(), COUNTRY.key());
    return List.of(
        columns.stream().filter(column -> whole.contains(column.key())).toList(),
        columns.stream().filter(column -> place.contains(column.key())).toList());
  }

  /** What is compared of this kind; null for a kind of which nothing is. */
  static @Nullable Compared of(RecordKind kind) {
    for (Compared one : values()) {
      if (one.kind == kind) {
        return one;
      }
    }
    return null;
  }
}
