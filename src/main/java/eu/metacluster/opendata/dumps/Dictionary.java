package eu.metacluster.opendata.dumps;

import eu.metacluster.opendata.Described;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the files hold, for programs: a Frictionless data package, and CSV on the Web. */
final class Dictionary {

  private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  private final JsonMapper json;
  private final String site;
  private final Dump dump;

  Dictionary(JsonMapper json, String site, Dump dump) {
    this.json = json;
    this.site = site;
    this.dump = dump;
  }

  /** The tables, by the beginning of their files' names. */
  static Map<String, Class<? extends Record>> tables() {
    Map<String, Class<? extends Record>> tables = new LinkedHashMap<>();
    tables.put("records", DumpRows.RecordRow.class);
    tables.put("participations", DumpRows.ParticipationRow.class);
    tables.put("claims", DumpRows.ClaimRow.class);
    tables.put("sources", DumpRows.SourceRow.class);
    return tables;
  }

  private static String about(Class<? extends Record> table) {
    return Objects.requireNonNull(table.getAnnotation(Described.class)).value();
  }

  /** {@code datapackage.json}. */
  String frictionless() {
    ObjectNode pack = json.createObjectNode();
    pack.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
    pack.put("name", "metacluster-grid");
    pack.put("title", "Metacluster live grid");
    pack.put("version", dump.version());
    pack.put("created", dump.madeAt().toString());
    pack.put("homepage", site + "/data");
    ObjectNode licence = pack.putArray("licenses").addObject();
    licence.put("name", "CC-BY-4.0").put("path", LICENCE);
    licence.put("title", "Creative Commons Attribution 4.0, unless a source says otherwise");
    ArrayNode resources = pack.putArray("resources");
    dump.files().forEach(file -> resource(resources.addObject(), file));
    return pack.toPrettyString() + "\n";
  }

  private void resource(ObjectNode to, Dump.DumpFile file) {
    to.put("name", file.name().replace('.', '-').toLowerCase(java.util.Locale.ROOT));
    to.put("path", file.name());
    to.put("mediatype", file.type());
    to.put("bytes", file.bytes());
    to.put("hash", "sha256:" + file.sha256());
    Class<? extends Record> table =
        tables().get(file.name().substring(0, file.name().indexOf('.')));
    if (table == null || !file.name().endsWith(".csv.gz")) {
      return;
    }
    to.put("type", "table").put("format", "csv").put("compression", "gz").put("encoding", "utf-8");
    to.put("description", about(table));
    schema(to.putObject("schema"), table);
  }

  private static void schema(ObjectNode schema, Class<? extends Record> table) {
    ArrayNode fields = schema.putArray("fields");
    for (Column column : Column.of(table)) {
      ObjectNode field = fields.addObject();
      field.put("name", column.name()).put("type", column.type());
      field.put("description", column.about());
      if (column.type().equals("list")) {
        field.put("delimiter", CsvFile.BETWEEN).put("itemType", "string");
      }
      if (column.required() && !column.type().equals("list")) {
        field.putObject("constraints").put("required", true);
      }
    }
    String key = key(table);
    if (!key.isEmpty()) {
      schema.put("primaryKey", key);
    }
    references(table).forEach((column, other) -> reference(schema, column, other));
  }

  private static void reference(ObjectNode schema, String column, String other) {
    ObjectNode key = schema.withArray("foreignKeys").addObject().put("fields", column);
    key.putObject("reference").put("resource", other + "-csv-gz").put("fields", "id");
  }

  /** The columns that name a row of another table, with that table. */
  private static Map<String, String> references(Class<? extends Record> table) {
    Map<String, String> references = new LinkedHashMap<>();
    if (table == DumpRows.ParticipationRow.class || table == DumpRows.ClaimRow.class) {
      references.put("record", "records");
      references.put("source", "sources");
    }
    if (table == DumpRows.ParticipationRow.class) {
      references.put("organisation", "records");
    }
    return references;
  }

  private static String key(Class<? extends Record> table) {
    return table == DumpRows.ParticipationRow.class ? "" : "id";
  }

  /** {@code csv-metadata.json}. */
  String csvw() {
    ObjectNode group = json.createObjectNode();
    ArrayNode context = group.putArray("@context");
    context.add("http://www.w3.org/ns/csvw");
    context.addObject().put("@language", "en");
    group.put("dc:title", "Metacluster live grid");
    group.putObject("dc:license").put("@id", LICENCE);
    group.putObject("dc:modified").put("@value", dump.madeAt().toString()).put("@type", "dateTime");
    ArrayNode tables = group.putArray("tables");
    tables()
        .forEach(
            (name, row) -> {
              ObjectNode table = tables.addObject();
              table.put("url", name + ".csv.gz").put("dc:description", about(row));
              columns(table.putObject("tableSchema"), row);
            });
    return group.toPrettyString() + "\n";
  }

  private static void columns(ObjectNode schema, Class<? extends Record> row) {
    ArrayNode columns = schema.putArray("columns");
    Column.of(row).forEach(column -> column(columns.addObject(), column));
    if (!key(row).isEmpty()) {
      schema.put("primaryKey", key(row));
    }
  }

  private static void column(ObjectNode to, Column column) {
    to.put("name", column.name()).put("titles", column.name());
    to.put("dc:description", column.about());
    to.put("required", column.required() && !column.type().equals("list"));
    if (column.type().equals("list")) {
      to.put("datatype", "string").put("separator", CsvFile.BETWEEN);
    } else {
      to.put("datatype", column.type().equals("datetime") ? "dateTime" : column.type());
    }
  }
}
