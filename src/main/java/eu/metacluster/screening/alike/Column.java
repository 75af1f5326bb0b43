package eu.metacluster.screening.alike;

import eu.metacluster.grid.Field;
import java.util.Arrays;
import java.util.List;

/**
 * What is compared as one thing: a field, or several that hang together, such as the parts of an
 * address, which would else be counted as several reasons.
 *
 * @param key the field's key, or the word for several
 */
record Column(String key, List<Field> fields) {

  static List<Column> each(Field... fields) {
    return Arrays.stream(fields).map(field -> new Column(field.key(), List.of(field))).toList();
  }
}
