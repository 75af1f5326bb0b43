package eu.metacluster.screening.alike;

import static eu.metacluster.grid.Field.ACRONYM;
import static eu.metacluster.grid.Field.ALIAS;
import static eu.metacluster.grid.Field.CITY;
import static eu.metacluster.grid.Field.CONTRIBUTION;
import static eu.metacluster.grid.Field.COUNTRY;
import static eu.metacluster.grid.Field.END_DATE;
import static eu.metacluster.grid.Field.POSTCODE;
import static eu.metacluster.grid.Field.SHORT_NAME;
import static eu.metacluster.grid.Field.START_DATE;
import static eu.metacluster.grid.Field.STREET;
import static eu.metacluster.grid.Field.SUMMARY;
import static eu.metacluster.grid.Field.TITLE;
import static eu.metacluster.grid.Field.URL;
import static eu.metacluster.grid.Field.VAT;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which fields are compared of which kind of record. */
enum Compared {
  PROJECT(RecordKind.PROJECT, Scheme.GRANT, TITLE, ACRONYM, SUMMARY, START_DATE, END_DATE, CONTRIBUTION),
  ORGANISATION(
      RecordKind.ORGANISATION,
      null,
      TITLE,
      SHORT_NAME,
      ALIAS,
      COUNTRY,
      CITY,
      POSTCODE,
      STREET,
      URL,
      VAT),
  CALL(RecordKind.CALL, Scheme.TOPIC, TITLE, SUMMARY, START_DATE, END_DATE),
  EVENT(RecordKind.EVENT, null, TITLE, ACRONYM, SUMMARY, START_DATE, END_DATE, CITY, COUNTRY, URL),
  TRAINING(RecordKind.TRAINING, null, TITLE, ACRONYM, SUMMARY, START_DATE, END_DATE, COUNTRY, URL),
  PRACTICE(RecordKind.PRACTICE, null, TITLE, ACRONYM, SUMMARY, COUNTRY, URL),
  OUTPUT(RecordKind.OUTPUT, null, TITLE, ACRONYM, SUMMARY, START_DATE, URL),
  NEWS(RecordKind.NEWS, null, TITLE, SUMMARY, START_DATE, URL);

  private final RecordKind kind;
  private final @Nullable Scheme number;
  private final List<Field> fields;

  Compared(RecordKind kind, @Nullable Scheme number, Field... fields) {
    this.kind = kind;
    this.number = number;
    this.fields = List.of(fields);
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

  List<Field> fields() {
    return fields;
  }

  List<String> columns() {
    return fields.stream().map(Field::key).toList();
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
