package eu.metacluster.harvest.table;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.table.TableMapping.Column;
import eu.metacluster.harvest.table.TableMapping.Preview;
import eu.metacluster.harvest.table.TableMapping.Value;
import eu.metacluster.harvest.values.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rows as a mapping says. */
final class RowReader {

  private static final int VALUES = 200;

  private static final Map<Field, Identifier.Scheme> SCHEMES =
      Map.of(
          Field.DOI, Identifier.Scheme.DOI,
          Field.PIC, Identifier.Scheme.PIC,
          Field.ROR, Identifier.Scheme.ROR,
          Field.VAT, Identifier.Scheme.VAT,
          Field.GRANT, Identifier.Scheme.GRANT,
          Field.RCN, Identifier.Scheme.RCN,
          Field.URL, Identifier.Scheme.URL);

  private final TableMapping mapping;
  private final List<String> heading;
  private final List<Column> columns;

  RowReader(TableMapping mapping, List<String> heading) {
    this.mapping = mapping;
    this.heading = heading;
    this.columns = mapping.of(heading).columns();
  }

  /** Takes what cannot be read. */
  @FunctionalInterface
  interface Troubles {
    void add(String column, String value, Reason reason);
  }

  /** Whether any column is used. */
  boolean usable() {
    return columns.stream().anyMatch(column -> column.field() != null);
  }

  /** What a row would state. */
  Preview preview(List<String> cells) {
    List<Value> values = values(cells);
    return new Preview(key(cells, values), values);
  }

  /** What a row states; null, and a trouble, when it names nothing. */
  @Nullable Finding finding(List<String> cells, Locator at, Troubles troubles) {
    List<Value> values = values(cells);
    String key = key(cells, values);
    Facts facts = new Facts();
    for (Value value : values) {
      Reason reason = value.reason();
      if (reason != null) {
        troubles.add(value.field().key(), value.text(), reason);
      } else {
        facts.add(value.field(), value.text());
        identify(value, facts);
      }
    }
    if (key.isEmpty() || facts.lacks(Field.TITLE)) {
      troubles.add(Field.TITLE.key(), key, Reason.NO_ID);
      return null;
    }
    return facts.sealed(mapping.kind(), key, at);
  }

  /** A grant number is a project's own name, and only its call's or funder's for all else. */
  private void identify(Value value, Facts facts) {
    Identifier.Scheme scheme = SCHEMES.get(value.field());
    boolean organisation = mapping.kind() == RecordKind.ORGANISATION;
    boolean project = mapping.kind() == RecordKind.PROJECT;
    boolean own =
        switch (value.field()) {
          case PIC, ROR, VAT -> organisation;
          case GRANT -> project && value.text().matches("\\d{5,9}");
          case RCN -> project;
          default -> true;
        };
    if (scheme != null && own) {
      facts.identify(scheme, value.text());
    }
  }

  private List<Value> values(List<String> cells) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < columns.size() && i < cells.size(); i++) {
      Column column = columns.get(i);
      Field field = column.field();
      if (field != null) {
        for (String raw : parts(cells.get(i), column.separator())) {
          CellValue value = CellValue.of(field, raw, column.name(), mapping.dayFirst());
          if (!value.text().isEmpty()) {
            values.add(new Value(field, value.text(), value.reason()));
          }
        }
      }
    }
    return joined(values);
  }

  /** Several values of a field that has one are one text. */
  private static List<Value> joined(List<Value> values) {
    List<String> words =
        values.stream().filter(v -> v.field() == Field.KEYWORDS).map(Value::text).toList();
    if (words.size() < 2) {
      return values;
    }
    List<Value> joined =
        new ArrayList<>(values.stream().filter(v -> v.field() != Field.KEYWORDS).toList());
    joined.add(new Value(Field.KEYWORDS, String.join(", ", words), null));
    return joined;
  }

  private static List<String> parts(String cell, String separator) {
    String[] parts =
        separator.isEmpty() ? new String[] {cell} : cell.split(Pattern.quote(separator), VALUES);
    return List.of(parts).stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  /** The cell of the column that names things; the title where no column does. */
  private String key(List<String> cells, List<Value> values) {
    int column = mapping.id().isEmpty() ? -1 : heading.indexOf(mapping.id());
    if (column >= 0 && column < cells.size()) {
      return Prose.cut(Prose.line(cells.get(column)), Prose.NAME);
    }
    if (!mapping.id().isEmpty()) {
      return "";
    }
    StringBuilder key = new StringBuilder();
    for (Value value : values) {
      boolean names = value.field() == Field.TITLE || value.field() == Field.STARTS_AT;
      key.append(names ? (key.isEmpty() ? "" : " ") + value.text() : "");
    }
    return Prose.cut(key.toString(), Prose.NAME);
  }
}
