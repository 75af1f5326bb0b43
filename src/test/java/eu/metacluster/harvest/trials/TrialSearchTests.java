package eu.metacluster.harvest.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.FetchException;
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
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register is asked page by page, and then for what has changed. */
class TrialSearchTests {

  private static final Map<String, String> LUNG =
      Map.of("condition", "lung cancer", "term", "EGFR L858R");
  private final TrialsConnector connector = new TrialsConnector();
  private final Deque<String> answers = new ArrayDeque<>();
  private Loopback server;

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
    server.on(
        "/api/v2/studies",
        exchange -> {
          String body = String.valueOf(answers.poll());
          int status = body.equals("400") ? 400 : 200;
          Loopback.send(
              exchange, status, "application/json", body.getBytes(StandardCharsets.UTF_8));
        });
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String recorded(String name) throws IOException {
    Path file = SharedData.at("payloads/clinicaltrials-v2/search_" + name + "_20260811.json");
    return Files.readString(file);
  }

  private Recorder read(Recorder with, String at) throws IOException {
    return Remotely.read(connector, server.at("/api/v2/studies"), LUNG, with, Instant.parse(at));
  }

  private String asked(int request) {
    return server.asked.stream()
        .filter(address -> !address.equals("/robots.txt"))
        .map(address -> URLDecoder.decode(address, StandardCharsets.UTF_8))
        .toList()
        .get(request);
  }

  @Test
  void recordedPagesAreReadOneAfterTheOther() throws IOException {
    answers.add(recorded("phelan_limit5"));
    answers.add(recorded("phelan_next"));
    answers.add(recorded("phelan_limit50"));
    Recorder read = read(new Recorder(), "2026-08-11T00:00:00Z");
    assertThat(asked(0))
        .isEqualTo(
            "/api/v2/studies?query.cond=lung cancer&query.term=EGFR L858R&countTotal=true&pageSize=200");
    assertThat(asked(1)).contains("&pageToken=");
    assertThat(read.byKey(RecordKind.PROJECT)).hasSize(10);
    assertThat(read.checkpoints).hasSize(2);
    assertThat(read.whole).isTrue();

    answers.add(recorded("nsclc_egfr_l858r"));
    Recorder second = read(read.next(), "2026-08-20T00:00:00Z");
    assertThat(asked(3)).contains("filter.advanced=AREA[LastUpdatePostDate]RANGE[2026-08-09,MAX]");
    assertThat(second.whole).isFalse();
    assertThat(second.findings).hasSize(2);

    answers.add(recorded("nsclc_egfr_l858r"));
    Recorder third = read(second.next(), "2026-09-20T00:00:00Z");
    assertThat(asked(4)).doesNotContain("filter.advanced");
    assertThat(third.whole).isTrue();
  }

  @Test
  void aCutReadingGoesOnAndAnExpiredPlaceBeginsAnew() throws IOException {
    Recorder cut = new Recorder();
    cut.resumesAt = "abc";
    answers.add("400");
    answers.add(recorded("nsclc_egfr_l858r"));
    read(cut, "2026-08-11T00:00:00Z");
    assertThat(asked(0)).endsWith("&pageToken=abc");
    assertThat(cut.problems(Reason.LIST_EXPIRED)).hasSize(1);
    assertThat(cut.findings).hasSize(2);
  }

  @Test
  void aListInACircleEndsWithALine() throws IOException {
    answers.add(recorded("phelan_limit5"));
    answers.add(recorded("phelan_limit5"));
    Recorder read = read(new Recorder(), "2026-08-11T00:00:00Z");
    assertThat(read.problems(Reason.LIST_REPEATS)).hasSize(1);
    assertThat(read.whole).isFalse();
    assertThat(read.memory).isEmpty();
  }

  @Test
  void whatIsNoAnswerSaysSo() throws IOException {
    answers.add("{\"message\":\"moved\"}");
    assertThat(
            catchThrowableOfType(Refusal.class, () -> read(new Recorder(), "2026-08-11T00:00:00Z"))
                .code())
        .isEqualTo("MC-1451");
    answers.add(recorded("phelan_limit5").substring(0, 3000));
    assertThat(
            catchThrowableOfType(
                FetchException.class, () -> read(new Recorder(), "2026-08-11T00:00:00Z")))
        .isNotNull();
    answers.add("{\"studies\":[],\"totalCount\":0}");
    assertThat(read(new Recorder(), "2026-08-11T00:00:00Z").whole).isFalse();
  }
}
