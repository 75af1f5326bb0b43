package eu.metacluster.opendata.dumps;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.support.ProductTest;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dictionaries keep to their standards (Data Package 2.0 with Table Schema, CSV on the Web),
 * and every cell of every table keeps to what they say of its column.
 */
@ProductTest
@Import(OpenGrid.class)
class DictionaryTests {

  /** The types of Table Schema 2.0. */
  private static final Set<String> TYPES =
      Set.of(
          "string",
          "number",
          "integer",
          "boolean",
          "object",
          "array",
          "list",
          "datetime",
          "date",
          "time",
          "year",
          "yearmonth",
          "duration",
          "geopoint",
          "geojson",
          "any");

  /** Of the built-in types of CSV on the Web, those that our tables may have. */
  private static final Set<String> DATATYPES =
      Set.of("string", "number", "integer", "boolean", "date", "dateTime", "double", "decimal");

  @Autowired OpenGrid grid;
  @Autowired DumpMaker maker;
  @Autowired Dumps dumps;
  @Autowired JsonMapper json;

  private Path folder = Path.of("");

  @BeforeEach
  void dump() {
    grid.project(
        "WORDS" + OpenGrid.number(),
        "-=+@ Unicode \u202e🧬, \"quoted\" | and\r\nbroken é́",
        Finding.Fact.of(Field.TOTAL_COST, "1234567.89"),
        Finding.Fact.of(Field.START_DATE, "2024-05"),
        Finding.Fact.of(Field.PILLAR, "early-detection"));
    grid.thing(RecordKind.NEWS, "News " + OpenGrid.number());
    folder = dumps.folder(maker.make(null).version());
  }

  private JsonNode read(String file) throws Exception {
    return json.readTree(Files.readString(folder.resolve(file)));
  }

  private List<NamedCsvRecord> rows(String file) throws Exception {
    try (InputStreamReader in =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file))),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
      return rows.stream().toList();
    }
  }

  @Test
  void thePackageKeepsToItsStandard() throws Exception {
    JsonNode pack = read("datapackage.json");
    assertThat(pack.path("$schema").asString())
        .isEqualTo("https://datapackage.org/profiles/2.0/datapackage.json");
    assertThat(pack.path("name").asString()).matches("[a-z0-9._-]+");
    assertThat(Instant.parse(pack.path("created").asString())).isBefore(Instant.now());
    assertThat(pack.path("homepage").asString()).startsWith("http");
    for (JsonNode licence : pack.path("licenses")) {
      assertThat(licence.has("name") || licence.has("path")).isTrue();
      assertThat(licence.path("name").asString()).matches("[-a-zA-Z0-9._]+");
    }
    assertThat(pack.path("resources")).isNotEmpty();
    Set<String> names = new HashSet<>();
    for (JsonNode resource : pack.path("resources")) {
      String name = resource.path("name").asString();
      assertThat(name).matches("[a-z0-9._/-]+");
      assertThat(names.add(name)).as(name).isTrue();
      String path = resource.path("path").asString();
      assertThat(path).doesNotStartWith("/").doesNotContain("..");
      Path file = folder.resolve(path);
      assertThat(resource.path("bytes").asLong()).isEqualTo(Files.size(file));
      assertThat(resource.path("hash").asString()).isEqualTo("sha256:" + Sums.of(file));
      assertThat(resource.path("mediatype").asString()).matches("[^/]+/[^/]+");
    }
    assertThat(names).contains("records-csv-gz", "records-nt-gz", "records-parquet");
  }

  @Test
  void everyCellKeepsToTheTableSchema() throws Exception {
    Map<String, List<NamedCsvRecord>> tables = new HashMap<>();
    List<JsonNode> described = new ArrayList<>();
    for (JsonNode resource : read("datapackage.json").path("resources")) {
      if (resource.has("schema")) {
        described.add(resource);
        tables.put(resource.path("name").asString(), rows(resource.path("path").asString()));
      }
    }
    assertThat(described).hasSize(4);
    List<String> wrong = new ArrayList<>();
    for (JsonNode resource : described) {
      assertThat(resource.path("encoding").asString()).isEqualTo("utf-8");
      String name = resource.path("name").asString();
      JsonNode schema = resource.path("schema");
      List<NamedCsvRecord> rows = tables.getOrDefault(name, List.of());
      Set<String> fields = new HashSet<>();
      for (JsonNode field : schema.path("fields")) {
        assertThat(fields.add(field.path("name").asString())).isTrue();
        assertThat(field.path("type").asString()).isIn(TYPES);
        assertThat(field.path("description").asString()).isNotBlank();
        field(name, field, rows, wrong);
      }
      keys(name, schema, rows, tables, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static void field(
      String table, JsonNode field, List<NamedCsvRecord> rows, List<String> wrong) {
    String column = field.path("name").asString();
    boolean required = field.at("/constraints/required").asBoolean(false);
    for (NamedCsvRecord row : rows) {
      String cell = row.getField(column);
      if (cell.isEmpty() ? required : !fits(field.path("type").asString(), cell)) {
        wrong.add(table + "." + column + ": " + cell);
      }
    }
  }

  private static boolean fits(String type, String cell) {
    try {
      return switch (type) {
        case "integer" -> cell.matches("[+-]?[0-9]+");
        case "number" -> cell.matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
        case "boolean" -> cell.equals("true") || cell.equals("false");
        case "date" -> LocalDate.parse(cell).toString().equals(cell);
        case "datetime", "dateTime" -> Instant.parse(cell).toString().equals(cell);
        case "list" -> !cell.startsWith("|") && !cell.endsWith("|") && !cell.contains("||");
        case "string" -> true;
        default -> false;
      };
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static void keys(
      String table,
      JsonNode schema,
      List<NamedCsvRecord> rows,
      Map<String, List<NamedCsvRecord>> tables,
      List<String> wrong) {
    String key = schema.path("primaryKey").asString("");
    if (!key.isEmpty()) {
      Set<String> seen = new HashSet<>();
      rows.forEach(
          row -> {
            if (row.getField(key).isEmpty() || !seen.add(row.getField(key))) {
              wrong.add(table + " has twice " + row.getField(key));
            }
          });
    }
    for (JsonNode foreign : schema.path("foreignKeys")) {
      String column = foreign.path("fields").asString();
      String there = foreign.at("/reference/fields").asString();
      Set<String> known = new HashSet<>();
      tables
          .getOrDefault(foreign.at("/reference/resource").asString(), List.of())
          .forEach(row -> known.add(row.getField(there)));
      rows.stream()
          .map(row -> row.getField(column))
          .filter(value -> !known.contains(value))
          .forEach(value -> wrong.add(table + "." + column + " names " + value));
    }
  }

  @Test
  void tablesOnTheWebKeepToTheirStandard() throws Exception {
    JsonNode group = read("csv-metadata.json");
    assertThat(group.path("@context").get(0).asString()).isEqualTo("http://www.w3.org/ns/csvw");
    assertThat(group.path("@context").get(1).path("@language").asString()).isEqualTo("en");
    List<String> wrong = new ArrayList<>();
    for (JsonNode table : group.path("tables")) {
      String url = table.path("url").asString();
      List<NamedCsvRecord> rows = rows(url);
      for (JsonNode column : table.at("/tableSchema/columns")) {
        String name = column.path("name").asString();
        assertThat(name).matches("[A-Za-z][A-Za-z0-9_]*");
        assertThat(column.path("titles").asString()).isEqualTo(name);
        assertThat(column.path("datatype").asString()).isIn(DATATYPES);
        assertThat(column.path("required").isBoolean()).isTrue();
        for (NamedCsvRecord row : rows) {
          String cell = row.getField(name);
          boolean good =
              cell.isEmpty()
                  ? !column.path("required").asBoolean()
                  : fits(column.path("datatype").asString(), cell);
          if (!good) {
            wrong.add(url + "." + name + ": " + cell);
          }
        }
      }
      assertThat(table.at("/tableSchema/primaryKey").asString("id")).isEqualTo("id");
    }
    assertThat(wrong).isEmpty();
  }
}
