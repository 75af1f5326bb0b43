package eu.metacluster.opendata.dumps;

import eu.metacluster.opendata.Described;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, as its row record declares it.
 *
 * @param type word of Frictionless: string, integer, number, boolean, date, datetime or list
 * @param about what it means, in English
 */
record Column(String name, String type, String about, boolean required, RecordComponent part) {

  /** The columns of a row, in order. */
  static List<Column> of(Class<? extends Record> row) {
    List<Column> columns = new ArrayList<>();
    for (RecordComponent part : row.getRecordComponents()) {
      Described about = Objects.requireNonNull(part.getAnnotation(Described.class));
      boolean required = !part.getAnnotatedType().isAnnotationPresent(Nullable.class);
      columns.add(new Column(part.getName(), type(part), about.value(), required, part));
    }
    return columns;
  }

  private static String type(RecordComponent part) {
    Class<?> type = part.getType();
    if (type == long.class) {
      return "integer";
    }
    if (type == Double.class) {
      return "number";
    }
    if (type == boolean.class) {
      return "boolean";
    }
    if (type == LocalDate.class) {
      return "date";
    }
    if (type == Instant.class) {
      return "datetime";
    }
    return type == List.class ? "list" : "string";
  }

  /** The row's value. */
  @Nullable Object of(Record row) {
    try {
      return part.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }
}
