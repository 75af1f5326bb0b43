package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.table.TableMapping;
import eu.metacluster.harvest.table.TableMapping.Column;
import eu.metacluster.harvest.table.TableSample;
import eu.metacluster.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a coordinator chose for the columns of a table. */
final class MappingForm {

  /** The words of the form for what may stand between values, since signs alone say little. */
  private static final Map<String, String> SEPARATORS =
      Map.of("none", "", "semicolon", ";", "comma", ",", "bar", "|", "slash", "/", "line", "\n");

  private MappingForm() {}

  /**
   * Reads the request.
   *
   * @throws Refusal when a field of it is none of those offered
   */
  static TableMapping of(Map<String, String> fields, TableSample sample) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < sample.heading().size(); i++) {
      String separator = SEPARATORS.getOrDefault(fields.getOrDefault("separator." + i, "none"), "");
      columns.add(
          new Column(
              sample.heading().get(i), field(fields.getOrDefault("field." + i, "")), separator));
    }
    String id = fields.getOrDefault("id", "");
    return new TableMapping(
        kind(fields.getOrDefault("kind", "")),
        sample.heading().contains(id) ? id : "",
        !fields.getOrDefault("order", "day").equals("month"),
        columns);
  }

  private static RecordKind kind(String word) {
    return TableMapping.kinds().stream()
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(MappingForm::refusal);
  }

  private static @Nullable Field field(String key) {
    if (key.isEmpty()) {
      return null;
    }
    return TableMapping.fields().stream()
        .filter(field -> field.key().equals(key))
        .findFirst()
        .orElseThrow(MappingForm::refusal);
  }

  private static Refusal refusal() {
    return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1473", "harvest.refusal.mapping");
  }
}
