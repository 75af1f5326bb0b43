package eu.metacluster.screening.alike;

import eu.metacluster.grid.Field;
import java.util.Arrays;
import java.util.List;

/**
 * What is compared as one thing: a field, or several that hang together, such as the parts of an
 * address, which would else be counted as several reasons.
 *
 * @param key the field's key, or the word for several
 * @param together whether it is all fields one after the other; else the day that the first of them
 *     states, the time left out
 */
record Column(String key, List<Field> fields, boolean together) {

  Column(String key, List<Field> fields) {
    this(key, fields, true);
  }

  /** The day that one field or the other states; what a source calls it differs. */
  static Column day(Field day, Field moment) {
    return new Column(day.key(), List.of(day, moment), false);
  }

  static List<Column> each(Field... fields) {
    return Arrays.stream(fields).map(field -> new Column(field.key(), List.of(field))).toList();
  }
}
