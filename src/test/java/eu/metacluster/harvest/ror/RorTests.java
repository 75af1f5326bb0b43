package eu.metacluster.harvest.ror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.fetch.Remotely;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.Loopback;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry's own records, in both versions of its schema. */
class RorTests {

  private static final String RECORD =
      """
      {"id":"https://ror.org/0%s","status":"%s","names":[{"types":["ror_display","label"],
      "value":"Institute %s"},{"types":["acronym"],"value":"I%s"}],"locations":[],"types":["facility"]}""";

  @TempDir Path folder;

  private static String record(String id, String status) {
    return RECORD.formatted(id, status, id, id).replace("\n", "");
  }

  private static Recorder read(Path file) throws IOException {
    Recorder recorder = new Recorder();
    new RorDump().read(file, recorder);
    return recorder;
  }

  @Test
  void theEuropeanRecordsOfBothSchemasComeOut() throws IOException {
    Recorder recorder = read(SharedData.at("organisations/ror-europe.jsonl.gz"));
    assertThat(recorder.findings.size() + recorder.gone.size()).isEqualTo(20_598);
    assertThat(recorder.whole).isTrue();

    Finding tima = recorder.one(RecordKind.ORGANISATION, "000063q30");
    assertThat(Recorder.values(tima, Field.TITLE))
        .containsExactly(
            "Techniques of Informatics and Microelectronics for Integrated Systems Architecture");
    assertThat(Recorder.values(tima, Field.SHORT_NAME)).containsExactly("TIMA");
    assertThat(Recorder.values(tima, Field.CITY)).containsExactly("Grenoble");
    assertThat(Recorder.values(tima, Field.COUNTRY)).containsExactly("FR");
    assertThat(Recorder.values(tima, Field.START_DATE)).containsExactly("2003");
    assertThat(Recorder.values(tima, Field.LOCATION)).containsExactly("45.17869,5.71479");
    assertThat(Recorder.values(tima, Field.PART_OF))
        .contains("Université Grenoble Alpes", "Centre National de la Recherche Scientifique");
    assertThat(tima.identifiers())
        .contains(
            new Identifier(Scheme.ROR, "000063q30"),
            new Identifier(Scheme.GRID, "grid.464092.d"),
            new Identifier(Scheme.ISNI, "0000000403830608"),
            new Identifier(Scheme.WIKIDATA, "Q30262448"));

    Finding old = recorder.one(RecordKind.ORGANISATION, "0001d8q22");
    assertThat(Recorder.values(old, Field.SHORT_NAME)).containsExactly("CEDETE");
    assertThat(Recorder.values(old, Field.CITY)).containsExactly("Orléans");
    assertThat(Recorder.values(old, Field.COUNTRY)).containsExactly("FR");
    assertThat(Recorder.values(old, Field.PART_OF)).containsExactly("Université d'Orléans");
    assertThat(old.identifiers()).contains(new Identifier(Scheme.ISNI, "0000000106690098"));
  }

  @Test
  void withdrawnRecordsAreGoneAndABrokenDumpGivesWhatCameBefore() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("v2-ror-data.json"),
            "["
                + record("1aaaaa11", "active")
                + ","
                + record("1bbbbb22", "withdrawn")
                + ",{\"id\":");
    Recorder recorder = read(file);
    assertThat(recorder.findings).hasSize(1);
    assertThat(recorder.gone).extracting(g -> g.key()).containsExactly("01bbbbb22");
    assertThat(recorder.problems(Reason.TRUNCATED)).hasSize(1);
  }

  @Test
  void whatIsNoRegistryIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("ror.json"), "[{\"id\":\"x\"}]");
    assertThatThrownBy(() -> read(file)).isInstanceOf(Refusal.class);
  }

  @Test
  void aListOfTheInterfaceIsReadPageByPageAndGoesOnWhereItWasCut() throws IOException {
    try (Loopback server = new Loopback()) {
      String list = "{\"number_of_results\":3,\"items\":[%s]}";
      String first =
          list.formatted(record("1aaaaa11", "active") + "," + record("1bbbbb22", "active"));
      String second = list.formatted(record("1ccccc33", "active"));
      server
          .on("/v2/organizations", "application/json", first.getBytes(StandardCharsets.UTF_8))
          .on(
              "/v2/organizations?query=x&page=2",
              "application/json",
              second.getBytes(StandardCharsets.UTF_8));
      Recorder all =
          Remotely.read(new RorRecords(), server.at("/v2/organizations?query=x"), Map.of());
      assertThat(all.findings).extracting(Finding::key).hasSize(3);
      assertThat(all.checkpoints).containsExactly("2");

      Recorder rest = new Recorder();
      rest.resumesAt = "2";
      Remotely.read(new RorRecords(), server.at("/v2/organizations?query=x"), Map.of(), rest);
      assertThat(rest.findings).extracting(Finding::key).containsExactly("01ccccc33");
    }
  }
}
