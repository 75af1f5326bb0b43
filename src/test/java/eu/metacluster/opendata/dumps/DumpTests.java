package eu.metacluster.opendata.dumps;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.support.ProductTest;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ProductTest
@Import(OpenGrid.class)
class DumpTests {

  @Autowired OpenGrid grid;
  @Autowired DumpMaker maker;
  @Autowired Dumps dumps;
  @Autowired Items items;
  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  @Test
  void everyFileHoldsTheSameRecords() throws Exception {
    GridRecord project =
        grid.project(
            "DUMPED",
            "=Dumped, \"quoted\" | and\nbroken",
            Finding.Fact.of(Field.TOTAL_COST, "12.5"),
            Finding.Fact.of(Field.PILLAR, "early-detection"),
            Finding.Fact.of(Field.PILLAR, "quality-of-life"));
    GridRecord gone = grid.project("WITHDRAWN", "No longer there");
    grid.withdraw(gone);

    Dump dump = maker.make(null);

    Path folder = dumps.folder(dump.version());
    List<String> wanted = new ArrayList<>();
    items.each(null, item -> wanted.add(item.record().toString()));
    assertThat(dump.records()).isEqualTo(wanted.size());
    List<String> lines = lines(folder.resolve("records.jsonl.gz"));
    assertThat(lines.stream().map(line -> json.readTree(line).path("id").asString()))
        .containsExactlyElementsOf(wanted);
    assertThat(csv(folder.resolve("records.csv.gz")).stream().map(row -> row.getField("id")))
        .containsExactlyElementsOf(wanted);
    assertThat(workbook(folder.resolve("records.xlsx"))).containsExactlyElementsOf(wanted);
    assertThat(ask("select id from '%s'", folder.resolve("records.parquet")))
        .containsExactlyElementsOf(wanted);
    NamedCsvRecord row =
        csv(folder.resolve("records.csv.gz")).stream()
            .filter(one -> one.getField("id").equals(project.id().toString()))
            .findFirst()
            .orElseThrow();
    assertThat(row.getField("title")).isEqualTo("'" + project.title());
    assertThat(row.getField("pillars")).isEqualTo("early-detection|quality-of-life");
    assertThat(
            ask(
                "select total_cost || ' ' || pillars[2] from '%s' where id = '"
                    + project.id()
                    + "'",
                folder.resolve("records.parquet")))
        .containsExactly("12.5 quality-of-life");
    long claims = lines.stream().mapToLong(line -> json.readTree(line).path("claims").size()).sum();
    assertThat(ask("select count(*) from '%s'", folder.resolve("claims.parquet")))
        .containsExactly(Long.toString(claims));
    assertThat(csv(folder.resolve("claims.csv.gz"))).hasSize((int) claims);
    assertThat(ask("select count(*) from '%s'", folder.resolve("participations.parquet")))
        .containsExactly(Integer.toString(csv(folder.resolve("participations.csv.gz")).size()));
  }

  @Test
  void theDictionaryNamesEveryColumnAndEveryFileHasItsSum() throws Exception {
    grid.project("DICTIONARY", "Described");
    Dump dump = maker.make(null);
    Path folder = dumps.folder(dump.version());

    JsonNode pack = json.readTree(Files.readString(folder.resolve("datapackage.json")));
    JsonNode csvw = json.readTree(Files.readString(folder.resolve("csv-metadata.json")));

    for (JsonNode resource : pack.path("resources")) {
      Path file = folder.resolve(resource.path("path").asString());
      assertThat(resource.path("hash").asString()).isEqualTo("sha256:" + Sums.of(file));
      if (resource.has("schema")) {
        List<String> described = new ArrayList<>();
        resource.at("/schema/fields").forEach(f -> described.add(f.path("name").asString()));
        assertThat(header(file)).isEqualTo(described);
      }
    }
    for (JsonNode table : csvw.path("tables")) {
      List<String> described = new ArrayList<>();
      table.at("/tableSchema/columns").forEach(c -> described.add(c.path("name").asString()));
      assertThat(header(folder.resolve(table.path("url").asString()))).isEqualTo(described);
    }
    for (String line : Files.readAllLines(folder.resolve("SHA256SUMS"))) {
      String[] parts = line.split(" {2}", 2);
      assertThat(Sums.of(folder.resolve(parts[1]))).isEqualTo(parts[0]);
    }
  }

  @Test
  void aVersionSaysWhatChangedAndNothingNewMakesNone() throws Exception {
    GridRecord stays = grid.project("FIRST", "In the first version");
    Dump first = maker.make(null);
    assertThat(maker.make(null)).isEqualTo(first);
    GridRecord added = grid.project("SECOND", "In the second version");
    grid.withdraw(stays);

    Dump second = maker.make(null);

    List<String> changes = lines(dumps.folder(second.version()).resolve("changes.jsonl.gz"));
    assertThat(changes)
        .anyMatch(l -> l.contains(added.id() + "") && l.contains("\"deleted\":false"));
    assertThat(changes)
        .anyMatch(l -> l.contains(stays.id() + "") && l.contains("\"deleted\":true"));
    assertThat(dumps.all()).contains(first, second);
  }

  @Test
  void filesAreServedWholeInPartsAndNotAgain() throws Exception {
    grid.project("SERVED", "Served");
    Dump dump = maker.make(null);
    String latest =
        String.valueOf(
            mvc.get()
                .uri("/dumps/latest/records.csv.gz")
                .exchange()
                .getResponse()
                .getHeader("Location"));
    assertThat(latest).isEqualTo("/dumps/" + dump.version() + "/records.csv.gz");

    MockHttpServletResponse whole = mvc.get().uri(latest).exchange().getResponse();
    assertThat(whole.getContentAsByteArray())
        .isEqualTo(Files.readAllBytes(dumps.folder(dump.version()).resolve("records.csv.gz")));
    MockHttpServletResponse part =
        mvc.get().uri(latest).header("Range", "bytes=0-9").exchange().getResponse();
    assertThat(part.getStatus()).isEqualTo(206);
    assertThat(part.getContentAsByteArray()).hasSize(10);
    assertThat(
            mvc.get()
                .uri(latest)
                .header("If-None-Match", String.valueOf(whole.getHeader("ETag")))
                .exchange()
                .getResponse()
                .getStatus())
        .isEqualTo(304);
    for (String path :
        List.of(
            "/dumps/latest/nothing.csv",
            "/dumps/" + dump.version() + "/..%2f..%2fdatabase",
            "/dumps/2020-01-01-000000/records.csv.gz")) {
      assertThat(mvc.get().uri(java.net.URI.create(path)).exchange().getResponse().getStatus())
          .as(path)
          .isIn(400, 404);
    }
  }

  private static List<String> lines(Path file) throws Exception {
    try (InputStreamReader in =
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
      return in.readAllLines();
    }
  }

  private static List<NamedCsvRecord> csv(Path file) throws Exception {
    try (InputStreamReader in =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
      return rows.stream().toList();
    }
  }

  private static List<String> header(Path file) throws Exception {
    return List.of(lines(file).getFirst().split(","));
  }

  private static List<String> workbook(Path file) throws Exception {
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      return book.getFirstSheet().read().stream().skip(1).map(row -> row.getCellText(0)).toList();
    }
  }

  /** Asks DuckDB, which nobody of us wrote. */
  private static List<String> ask(String sql, Path file) throws Exception {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows = statement.executeQuery(sql.formatted(file))) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
