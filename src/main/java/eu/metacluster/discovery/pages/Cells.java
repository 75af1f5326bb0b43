package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.search.Column;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.platform.web.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says the values of a table's columns in the language of the page. */
public final class Cells {

  private Cells() {}

  /** What a cell says, empty when nothing is stated. */
  public static String text(Page page, Column column, Row row) {
    return switch (column.of(row)) {
      case null -> "";
      case LocalDate day -> page.date(day);
      case BigDecimal euros -> page.money(euros);
      case Integer number -> page.number(number);
      case List<?> many ->
          many.stream()
              .map(value -> word(page, column, String.valueOf(value)))
              .collect(Collectors.joining(", "));
      case Object value -> word(page, column, String.valueOf(value));
    };
  }

  /** The same, short: countries by their codes. */
  public static String brief(Page page, Column column, Row row) {
    return column == Column.COUNTRIES ? String.join(" ", row.countries()) : text(page, column, row);
  }

  /** What {@link #brief} leaves out or rounds, null when it says it all. */
  public static @Nullable String exactly(Page page, Column column, Row row) {
    return switch (column.of(row)) {
      case BigDecimal euros -> page.moneyExact(euros);
      case List<?> many when column == Column.COUNTRIES -> text(page, column, row);
      case null, default -> null;
    };
  }

  /** The class of a column's cells: days and identifiers stay whole, names get room. */
  public static String look(Column column) {
    return switch (column) {
      case START, END, CHECKED, GRANT, DOI, PIC, ROR -> "mc-nowrap";
      case LEAD -> "mc-named";
      default -> column.number() ? "num" : "";
    };
  }

  /** A value in words. */
  public static String word(Page page, Column column, String value) {
    return column.facet().map(facet -> Wording.value(page, facet, value)).orElse(value);
  }
}
