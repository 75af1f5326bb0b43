package eu.metacluster.harvest.table;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Reason;
import eu.metacluster.shared.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the columns of a table are. It is kept with the source as a setting, and a table whose
 * columns come in another order later is read all the same, since columns are known by their names.
 *
 * @param kind what each row is
 * @param id name of the column that names the row's thing; empty when its title does
 * @param dayFirst whether dates in digits have the day before the month
 * @param columns those of the table in its order, the unused ones too
 */
public record TableMapping(RecordKind kind, String id, boolean dayFirst, List<Column> columns) {

  private static final List<Field> FIELDS =
      List.of(
          Field.TITLE,
          Field.ACRONYM,
          Field.SHORT_NAME,
          Field.ALIAS,
          Field.SUMMARY,
          Field.URL,
          Field.KEYWORDS,
          Field.SUBJECT,
          Field.STATUS,
          Field.SORT,
          Field.LANGUAGE,
          Field.START_DATE,
          Field.END_DATE,
          Field.STARTS_AT,
          Field.ENDS_AT,
          Field.DEADLINE,
          Field.PUBLISHED_ON,
          Field.TOTAL_COST,
          Field.CONTRIBUTION,
          Field.BUDGET,
          Field.GRANT,
          Field.DOI,
          Field.PIC,
          Field.ROR,
          Field.VAT,
          Field.NUTS,
          Field.COUNTRY,
          Field.CITY,
          Field.STREET,
          Field.POSTCODE,
          Field.VENUE,
          Field.ATTENDANCE,
          Field.ORGANISER,
          Field.FUNDER,
          Field.PROGRAMME,
          Field.SCHEME,
          Field.CALL,
          Field.FUNDED_BY,
          Field.AUTHOR,
          Field.CONTAINER,
          Field.PUBLISHER,
          Field.LICENCE,
          Field.CONDITIONS,
          Field.CANCER,
          Field.TECHNOLOGY,
          Field.PILLAR,
          Field.CONDITION,
          Field.INTERVENTION,
          Field.BIOMARKER,
          Field.PHASE,
          Field.SPONSOR,
          Field.ENROLMENT,
          Field.DETAIL);

  /** The name of the setting that holds it. */
  public static final String SETTING = "mapping";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * One column.
   *
   * @param name as its heading says
   * @param field what it holds; null when it is not used
   * @param separator what stands between several values of a cell; empty when there is one
   */
  public record Column(String name, @Nullable Field field, String separator) {}

  /**
   * A row as it would come in.
   *
   * @param key by which the row's thing is known
   * @param values in the order of the columns
   */
  public record Preview(String key, List<Value> values) {}

  /**
   * One value.
   *
   * @param text as it would be stated, or as it stands when it cannot be read
   * @param reason why it cannot be read; null when it can
   */
  public record Value(Field field, String text, @Nullable Reason reason) {}

  /** What the columns probably are, by their names in English and French and by their values. */
  public static TableMapping guess(List<String> heading, List<List<String>> sample) {
    return new MappingGuess(heading, sample).mapping();
  }

  /**
   * Reads what {@link #format} writes.
   *
   * @throws Refusal when it is something else
   */
  public static TableMapping parse(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      List<Column> columns = new ArrayList<>();
      for (JsonNode column : root.path("columns")) {
        String field = column.path("field").asString("");
        columns.add(
            new Column(
                column.path("name").asString(""),
                field.isEmpty() ? null : Field.ofKey(field),
                column.path("separator").asString("")));
      }
      return new TableMapping(
          RecordKind.ofWord(root.path("kind").asString("")),
          root.path("id").asString(""),
          root.path("dayFirst").asBoolean(true),
          columns);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1473", "harvest.refusal.mapping");
    }
  }

  /** The mapping as JSON, unused columns left out. */
  public String format() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("kind", kind.word());
    root.put("id", id);
    root.put("dayFirst", dayFirst);
    List<Map<String, String>> list = new ArrayList<>();
    for (Column column : columns) {
      Field field = column.field();
      if (field != null) {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("name", column.name());
        one.put("field", field.key());
        if (!column.separator().isEmpty()) {
          one.put("separator", column.separator());
        }
        list.add(one);
      }
    }
    root.put("columns", list);
    return JSON.writeValueAsString(root);
  }

  /** What some rows would state. */
  public List<Preview> preview(List<String> heading, List<List<String>> rows) {
    RowReader reader = new RowReader(this, heading);
    return rows.stream().map(reader::preview).toList();
  }

  /** The same for a table with these columns: known ones as they are set, others unused. */
  public TableMapping of(List<String> heading) {
    List<Column> here = new ArrayList<>();
    for (String name : heading) {
      here.add(
          columns.stream()
              .filter(column -> column.name().equals(name))
              .findFirst()
              .orElse(new Column(name, null, "")));
    }
    return new TableMapping(kind, id, dayFirst, here);
  }

  /** Fields that a column of a table can hold. */
  public static List<Field> fields() {
    return FIELDS;
  }

  /** Kinds that a row of a table can be. */
  public static List<RecordKind> kinds() {
    return List.of(
        RecordKind.PROJECT,
        RecordKind.ORGANISATION,
        RecordKind.PROGRAMME,
        RecordKind.CALL,
        RecordKind.EVENT,
        RecordKind.TRAINING,
        RecordKind.PRACTICE,
        RecordKind.OUTPUT,
        RecordKind.NEWS,
        RecordKind.INITIATIVE);
  }
}
