package eu.metacluster.harvest.zenodo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Zenodo's recorded pages come out as the claims that they state. */
class ZenodoPayloadTests {

  private static final String PAGE = "/api/records?communities=ardc&page=2&size=25&sort=newest";
  private final ZenodoConnector connector = new ZenodoConnector();
  private Loopback server;

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Recorder read(Map<String, String> settings) throws IOException {
    return Remotely.read(connector, server.at("/api/records"), settings);
  }

  private void serve(String path, String name) throws IOException {
    server.on(path, "application/json", SharedData.at("payloads/zenodo-rest/" + name + ".json"));
  }

  private static List<String> of(Finding finding, Field field) {
    return Recorder.values(finding, field);
  }

  @Test
  void thePagesOfACommunityAreReadToTheLast() throws IOException {
    serve("/api/records?communities=ardc&size=25&sort=newest", "zenodo_ardc");
    serve(PAGE, "zenodo_ardc_2");
    Recorder read = read(Map.of("community", "ardc"));
    assertThat(read.findings).hasSize(50);
    assertThat(read.problems).isEmpty();
    assertThat(read.whole).isTrue();
    Finding strategy = read.one(RecordKind.OUTPUT, "10656275");
    assertThat(strategy.identifiers())
        .containsExactly(
            Identifier.of(Scheme.DOI, "10.5281/zenodo.10656276"),
            Identifier.of(Scheme.DOI, "10.5281/zenodo.10656275"));
    assertThat(of(strategy, Field.TITLE))
        .containsExactly("Australian national Persistent Identifier (PID) strategy 2024");
    assertThat(of(strategy, Field.PUBLISHED_ON)).containsExactly("2024-02-29");
    assertThat(of(strategy, Field.AUTHOR)).containsExactly("Australian Research Data Commons");
    assertThat(of(strategy, Field.LICENCE)).containsExactly("CC-BY-4.0");
    assertThat(of(strategy, Field.LANGUAGE)).containsExactly("en");
    assertThat(of(strategy, Field.URL)).containsExactly("https://zenodo.org/records/10656276");
    byte[] bytes = Files.readAllBytes(SharedData.at("payloads/zenodo-rest/zenodo_ardc.json"));
    int begin = (int) strategy.at().offset();
    assertThat(new String(bytes, begin, strategy.at().length(), StandardCharsets.UTF_8))
        .startsWith("{")
        .endsWith("}")
        .contains("10656276");
  }

  @Test
  void allRecordedHitsAreReadWithTheGrantsOfTheUnion() throws IOException {
    List<Finding> all = new ArrayList<>();
    for (String name : List.of("abt", "ardc", "ardc_2", "ardc_3")) {
      String page =
          Files.readString(SharedData.at("payloads/zenodo-rest/zenodo_" + name + ".json"));
      String alone = page.replaceAll("\"next\": ?\"[^\"]*\"", "\"next\":\"\"");
      server.on("/api/records", "application/json", alone.getBytes(StandardCharsets.UTF_8));
      all.addAll(read(Map.of()).findings);
    }
    assertThat(all).hasSize(100).allMatch(f -> of(f, Field.TITLE).size() == 1);
    assertThat(all.stream().flatMap(f -> of(f, Field.FUNDED_BY).stream()).toList())
        .contains("101004188", "101077280");
    assertThat(all.stream().filter(f -> f.kind() == RecordKind.TRAINING)).hasSize(1);
    assertThat(all.stream().flatMap(f -> of(f, Field.SORT).stream()).toList())
        .contains("presentation", "dataset", "software", "report", "journal article");
  }

  @Test
  void theNextReadingAsksForWhatHasChangedUntilItIsTimeForEverything() throws IOException {
    String answer = "{\"hits\":{\"hits\":[{\"id\":1,\"metadata\":{\"title\":\"T\"}}],\"total\":1}}";
    server.on("/api/records", "application/json", answer.getBytes(StandardCharsets.UTF_8));
    Map<String, String> settings = Map.of("query", "a OR b");
    Instant day = Instant.parse("2026-03-10T08:00:00Z");
    Recorder first = read(settings, new Recorder(), day);
    assertThat(first.whole).isTrue();
    Recorder next = read(settings, first.next(), day.plus(1, ChronoUnit.DAYS));
    assertThat(next.whole).as("what was not changed is not missing").isFalse();
    Recorder later = read(settings, next.next(), day.plus(31, ChronoUnit.DAYS));
    assertThat(later.whole).isTrue();
    assertThat(read(Map.of("query", "c"), later.next(), day.plus(32, ChronoUnit.DAYS)).whole)
        .as("another question is asked from the start")
        .isTrue();
    assertThat(server.asked)
        .filteredOn(address -> address.startsWith("/api"))
        .map(address -> URLDecoder.decode(address, StandardCharsets.UTF_8))
        .containsExactly(
            "/api/records?q=a OR b&size=25&sort=newest",
            "/api/records?q=(a OR b) AND updated:[2026-03-08T00:00:00Z TO *]&size=25&sort=newest",
            "/api/records?q=a OR b&size=25&sort=newest",
            "/api/records?q=c&size=25&sort=newest");
  }

  private Recorder read(Map<String, String> settings, Recorder recorder, Instant at)
      throws IOException {
    return Remotely.read(connector, server.at("/api/records"), settings, recorder, at);
  }

  @Test
  void aCircleEndsWithALineAndACutGoesOn() throws IOException {
    String page =
        "{\"hits\":{\"hits\":[{\"id\":1,\"metadata\":{\"title\":\"T\"}}],\"total\":2},"
            + "\"links\":{\"next\":\"https://zenodo.org"
            + PAGE
            + "\"}}";
    server.on("/api/records", "application/json", page.getBytes(StandardCharsets.UTF_8));
    Recorder read = read(Map.of());
    assertThat(read.problems(Reason.LIST_REPEATS)).hasSize(1);
    assertThat(read.whole).isFalse();
    Recorder cut = new Recorder();
    cut.resumesAt = server.at(PAGE).toString();
    serve(PAGE, "zenodo_ardc_2");
    Remotely.read(connector, server.at("/api/records"), Map.of(), cut);
    assertThat(cut.findings).hasSize(25);
    assertThat(cut.whole).isTrue();
  }

  @Test
  void anErrorPageIsNoAnswer() {
    server.on("/api/records", "text/html", "{\"status\":500}".getBytes(StandardCharsets.UTF_8));
    assertThat(catchThrowableOfType(Refusal.class, () -> read(Map.of())).code())
        .isEqualTo("MC-1452");
  }
}
