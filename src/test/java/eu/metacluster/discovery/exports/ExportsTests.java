package eu.metacluster.discovery.exports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.discovery.Plot;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.support.AccessMatrix;
import eu.metacluster.support.ProductTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ProductTest
class ExportsTests {

  private static final String FORMULA = "=HYPERLINK(\"http://example.org\";\"click\")";

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;
  @TempDir Path folder;
  private final JsonMapper json = new JsonMapper();
  private final String grant = Plot.number();
  private final String pic = Plot.number();
  private final String word = "zx" + Plot.number();
  private Plot plot;

  @BeforeEach
  void aProjectWithABadTitle() {
    plot = new Plot(product);
    Finding clinic = Plot.organisation(pic, "Klinik & Söhne " + word, "AT", "AT130");
    plot.stated(
        clinic,
        Plot.project(
            grant,
            Map.of(
                Field.TITLE, FORMULA + " " + word,
                Field.ACRONYM, "-2+3",
                Field.DOI, "10.3030/" + grant,
                Field.GRANT, grant,
                Field.CANCER, "lung",
                Field.START_DATE, "2024-02-01",
                Field.CONTRIBUTION, "1234567.5"),
            List.of(clinic)));
    plot.published(grant);
  }

  private MvcTestResult get(String address) {
    MvcTestResult answer = mvc.get().uri(address).header("Accept-Language", "en").exchange();
    assertThat(answer).hasStatusOk();
    return answer;
  }

  private String text(String address) {
    return new String(bytes(address), StandardCharsets.UTF_8);
  }

  private byte[] bytes(String address) {
    return get(address).getResponse().getContentAsByteArray();
  }

  @Test
  void aTableForMachinesHasCodesAndNoFormulas() throws IOException {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(text("/grid.csv?kind=project&q=" + word).substring(1))) {
      NamedCsvRecord row = rows.iterator().next();
      assertThat(row.getField("title")).isEqualTo("'" + FORMULA + " " + word);
      assertThat(row.getField("acronym")).isEqualTo("'-2+3");
      assertThat(row.getField("grant")).isEqualTo(grant);
      assertThat(row.getField("cancer")).isEqualTo("lung");
      assertThat(row.getField("contribution")).isEqualTo("1234567.5");
      assertThat(row.getField("address")).endsWith(plot.record(grant).path());
    }
    assertThat(text("/grid.csv?kind=project&q=" + word)).startsWith("\uFEFFkind,");
    assertThat(get("/grid.csv?q=" + word).getResponse().getHeader("Content-Disposition"))
        .contains("attachment")
        .contains(".csv");
  }

  /** Excel shows accents only in a file that says how they are written; see decision 0038. */
  @Test
  void everyCsvForPeopleIsMarkedOnce() {
    String organisation = plot.record(pic).path();
    List<String> files =
        List.of(
            "/grid.csv",
            "/map.csv",
            "/overview/kinds.csv",
            "/overview/network.csv",
            "/topics/pillar/diagnosis/since.csv",
            organisation + "/network/years.csv",
            organisation + "/network/partners.csv",
            "/members.csv",
            "/committee/" + java.time.Year.now() + ".csv");
    for (String file : files) {
      assertThat(text(file)).as(file).startsWith("\uFEFF").matches("(?s).[^\uFEFF]+");
    }
    for (AccessMatrix.Row row : AccessMatrix.read()) {
      if (row.path().contains("csv")) {
        String path = row.path().replaceAll("\\{[^}]*}", "[^/]+");
        assertThat(files).as(row.name()).anyMatch(file -> file.matches(path));
      }
    }
  }

  @Test
  void aWorkbookHasWordsDaysAndAmountsAndTypesEveryTextAsText() throws IOException {
    Map<String, String> parts = parts(bytes("/grid.xlsx?kind=project&q=" + word));
    String sheet = parts.getOrDefault("xl/worksheets/sheet1.xml", "");
    assertThat(sheet)
        .contains("inlineStr")
        .contains("=HYPERLINK(")
        .doesNotContain("<f>")
        .contains("Lung")
        .contains("<v>1234567.5</v>")
        .contains("<autoFilter ref=\"A1:AB2\"");
    assertThat(sheet.split("<row ", -1)).hasSize(3);
  }

  private Map<String, String> parts(byte[] file) throws IOException {
    Path written = Files.write(folder.resolve("grid.xlsx"), file);
    Map<String, String> parts = new HashMap<>();
    try (ZipFile zip = new ZipFile(written.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] part = zip.getInputStream(entry).readAllBytes();
        parts.put(entry.getName(), new String(part, StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  @Test
  void jsonSaysWhatWasAskedAndHowManyThereAre() {
    JsonNode answer = json.readTree(text("/grid.json?q=" + word));
    assertThat(answer.path("total").asInt()).isEqualTo(2);
    assertThat(answer.path("query").asString("")).endsWith("/grid?q=" + word);
    assertThat(answer.path("records")).hasSize(2);
    assertThat(text("/grid.json?q=" + word)).contains("GRANT:" + grant);
  }

  @Test
  void nothingThatIsNotPublicLeaves() {
    plot.reopened(grant);
    assertThat(text("/grid.csv?kind=project&q=" + word)).doesNotContain(FORMULA);
    assertThat(json.readTree(text("/grid.json?q=" + word)).path("records")).isEmpty();
    assertThat(mvc.get().uri(plot.record(grant).path() + "/cite.bib").exchange()).hasStatus(404);
  }

  @Test
  void aRecordSaysHowToCiteIt() {
    String path = plot.record(grant).path();
    assertThat(text(path + "/cite.bib"))
        .startsWith("@misc{")
        .contains("author = {{Klinik \\& Söhne " + word + "}}")
        .contains("doi = {10.3030/" + grant + "}")
        .contains("year = {2024}");
    assertThat(text(path + "/cite.ris"))
        .contains("TY  - ELEC\r\n")
        .contains("AU  - Klinik & Söhne " + word)
        .endsWith("ER  - \r\n");
    JsonNode item = json.readTree(text(path + "/cite.json")).path(0);
    assertThat(item.path("DOI").asString("")).isEqualTo("10.3030/" + grant);
    assertThat(item.path("issued").path("date-parts").path(0).path(0).asInt()).isEqualTo(2024);
    assertThat(get(path)).bodyText().contains("Cite this record").contains(path + "/cite.ris");
    assertThat(mvc.get().uri(path + "/cite.exe").exchange()).hasStatus(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "view=table&cols=grant,doi,nonsense,title&sort=title",
        "view=cards",
        "view=%00&cols=,,,,",
        "view=table&cols=kind&cols=cancer&sort=;drop",
      })
  void everyLayoutAnswersAndKeepsItsAddress(String look) {
    assertThat(get("/grid?q=" + word + "&" + look))
        .bodyText()
        .contains("HYPERLINK")
        .doesNotContain("<f>");
    assertThat(get("/organisations?q=" + word + "&" + look)).bodyText().contains("Klinik");
  }

  @Test
  void theChosenColumnsAreShownAndStayInTheAddress() {
    assertThat(get("/grid?kind=project&view=table&cols=grant,cancer&q=" + word))
        .bodyText()
        .containsPattern("<td class=\"[a-z -]*\">" + grant + "</td>")
        .contains("cols=cancer,grant")
        .doesNotContain("Coordinator</th>");
  }
}
