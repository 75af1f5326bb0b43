package eu.metacluster.discovery.search;

import eu.metacluster.grid.Identifier.Scheme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of a table of records. Its value is a text, a number, a day, or a list of texts. */
public enum Column {
  KIND(row -> row.kind().word()),
  ACRONYM(Row::acronym),
  TITLE(Row::title),
  LEAD(Row::lead),
  COUNTRY(Row::country),
  CITY(Row::city),
  COUNTRIES(Row::countries),
  PARTNERS(Row::partners),
  START(Row::start),
  END(Row::end),
  CONTRIBUTION(Row::contribution),
  STATUS(Row::status),
  FRAMEWORK(Row::framework),
  PROGRAMME(Row::programmes),
  SCHEME(Row::scheme),
  CALL(Row::calls),
  FUNDER(Row::funders),
  PILLAR(Row::pillars),
  TECHNOLOGY(Row::technologies),
  CANCER(Row::cancers),
  TYPE(Row::type),
  GRANT(row -> row.identifier(Scheme.GRANT)),
  DOI(row -> row.identifier(Scheme.DOI)),
  PIC(row -> row.identifier(Scheme.PIC)),
  ROR(row -> row.identifier(Scheme.ROR)),
  STATE(row -> row.state().word()),
  CHECKED(Row::checkedOn);

  private final Function<Row, @Nullable Object> value;

  Column(Function<Row, @Nullable Object> value) {
    this.value = value;
  }

  /** The record's value, null when it has none. */
  public @Nullable Object of(Row row) {
    Object found = value.apply(row);
    return found instanceof List<?> many && many.isEmpty() ? null : found;
  }

  /** Whether it holds numbers. */
  public boolean number() {
    return this == PARTNERS || this == CONTRIBUTION;
  }

  /** The facet whose words its values have, when there is one. */
  public Optional<Facet> facet() {
    return this == COUNTRIES ? Optional.of(Facet.COUNTRY) : Facet.ofWord(word());
  }

  /** The order that sorts by it, when there is one. */
  public Optional<Sorting> sorting() {
    return switch (this) {
      case TITLE -> Optional.of(Sorting.TITLE);
      case START -> Optional.of(Sorting.NEWEST);
      case CONTRIBUTION -> Optional.of(Sorting.CONTRIBUTION);
      default -> Optional.empty();
    };
  }

  /** The word in addresses, files and message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column with this word. */
  public static Optional<Column> ofWord(String word) {
    return Arrays.stream(values()).filter(column -> column.word().equals(word)).findFirst();
  }
}
