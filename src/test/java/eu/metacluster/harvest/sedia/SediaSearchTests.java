package eu.metacluster.harvest.sedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.metacluster.grid.Field;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search of the portal is asked as the portal itself asks it. */
class SediaSearchTests {

  private static final String SEARCH = "/search-api/prod/rest/search?apiKey=SEDIA";
  private final SediaConnector connector = new SediaConnector();
  private final List<String> sent = new ArrayList<>();
  private final List<String> sentForClosed = new ArrayList<>();
  private final Map<Integer, String> closedPages = new HashMap<>();
  private Loopback server;

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void page(int number, String body) {
    server.on(
        SEARCH + "&text=***&pageSize=100&pageNumber=" + number,
        exchange -> {
          String asked =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          boolean closed = asked.contains("[\"31094503\"]");
          (closed ? sentForClosed : sent).add(asked);
          String answer = closed ? closedPages.getOrDefault(number, answer(0)) : body;
          Loopback.send(exchange, 200, "application/json", answer.getBytes(StandardCharsets.UTF_8));
        });
  }

  private static String answer(int total, String... codes) {
    List<String> results = new ArrayList<>();
    for (String code : codes) {
      results.add(
          "{\"reference\":\"R%s\",\"metadata\":{\"identifier\":[\"%s\"],\"title\":[\"T %s\"],\"status\":[\"31094502\"]}}"
              .formatted(code, code, code));
    }
    return "{\"apiVersion\":\"2.120\",\"totalResults\":"
        + total
        + ",\"results\":["
        + String.join(",", results)
        + "]}";
  }

  private Recorder read() throws IOException {
    return Remotely.read(connector, server.at(SEARCH), Map.of());
  }

  @Test
  void allPagesAreAskedForWithTheRecordedParts() throws IOException {
    String recorded = Files.readString(SharedData.at("payloads/sedia/call_search_10_06_24.json"));
    page(
        1,
        recorded.replace("510841", "3").replace("\"totalResults\": 510841", "\"totalResults\": 3"));
    page(2, answer(3, "A", "B"));
    Recorder read = read();
    assertThat(read.byKey(RecordKind.CALL)).containsOnlyKeys("A", "B", "EUAF-2023-TRAI-03");
    assertThat(read.whole).isFalse();
    String parts = sent.getFirst();
    assertThat(parts)
        .contains(
            "name=\"query\"",
            "name=\"languages\"",
            "name=\"sort\"",
            Files.readString(SharedData.at("payloads/sedia/request-languages.json")).strip(),
            Files.readString(SharedData.at("payloads/sedia/request-sort.json")).strip())
        .contains(
            Files.readString(SharedData.at("payloads/sedia/request-query-open.json"))
                .strip()
                .replace("[\"31094502\"]", "[\"31094501\",\"31094502\"]"));
  }

  @Test
  void whatHasClosedSinceTheLastRunIsReadWithItsStatusAndNothingElseThatIsClosed()
      throws IOException {
    page(1, answer(2, "A", "B"));
    page(2, answer(0));
    page(3, answer(0));
    closedPages.put(1, closed("C", LocalDate.now(ZoneOffset.UTC).minusDays(3)));
    closedPages.put(2, closed("D", LocalDate.now(ZoneOffset.UTC).minusDays(300)));
    closedPages.put(3, closed("E", LocalDate.now(ZoneOffset.UTC).minusDays(301)));
    Recorder first = read();
    assertThat(first.byKey(RecordKind.CALL)).containsOnlyKeys("A", "B", "C", "D");
    assertThat(Recorder.values(first.one(RecordKind.CALL, "C"), Field.STATUS))
        .containsExactly("closed");
    assertThat(sentForClosed.getFirst()).contains("deadlineDate");
    Recorder second = Remotely.read(connector, server.at(SEARCH), Map.of(), first.next());
    assertThat(second.whole).isFalse();

    Recorder all = Remotely.read(connector, server.at(SEARCH), Map.of("status", "open, closed"));
    assertThat(all.whole).isTrue();
  }

  private static String closed(String code, LocalDate deadline) {
    return answer(3, code)
        .replace("31094502", "31094503")
        .replace(
            "\"metadata\":{",
            "\"metadata\":{\"deadlineDate\":[\"" + deadline + "T17:00:00.000+0000\"],");
  }

  @Test
  void aListThatComesBackEndsWithALineAndMakesNothingMissing() throws IOException {
    page(1, answer(1000, "A", "B"));
    page(2, answer(1000, "C", "D"));
    page(3, answer(1000, "A", "B"));
    Recorder read = read();
    assertThat(read.byKey(RecordKind.CALL)).hasSize(4);
    assertThat(read.problems(Reason.LIST_REPEATS)).hasSize(1);
    assertThat(read.whole).isFalse();
  }

  @Test
  void nothingFoundMakesNothingMissing() throws IOException {
    page(1, answer(0));
    assertThat(read().whole).isFalse();
  }

  @Test
  void anErrorPageIsNoAnswer() {
    page(1, "<html>Sorry</html>");
    assertThat(catchThrowableOfType(Refusal.class, this::read).code()).isEqualTo("MC-1450");
    page(1, answer(2, "A", "B").substring(0, 120));
    assertThat(catchThrowableOfType(Refusal.class, this::read).code()).isEqualTo("MC-1450");
  }

  @Test
  void theDetailsOfOneTopicAreReadByTheirAddress() throws IOException {
    String path = "/data/topicDetails/ERC-2025-SyG.json";
    server.on(
        path, "application/json", SharedData.at("payloads/sedia/call_details_dto_10_12_24.json"));
    Recorder read = Remotely.read(connector, server.at(path), Map.of());
    assertThat(Recorder.values(read.one(RecordKind.CALL, "ERC-2025-SyG"), Field.TITLE))
        .containsExactly("ERC SYNERGY GRANTS");
  }
}
