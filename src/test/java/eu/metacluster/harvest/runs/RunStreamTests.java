package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.platform.Role;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page that waits for a run is told how far it is, until the run or the reader ends it. */
@ProductTest
@Timeout(60)
class RunStreamTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired SourceRegister sources;
  @Autowired Runs runs;
  @Autowired RunStream stream;

  private final UUID token = UUID.randomUUID();
  private HttpPerson coordinator = new HttpPerson("");
  private long source;
  private long run;

  @BeforeEach
  void aRunThatThisTestWorksOn() throws Exception {
    Persons persons = new Persons(jdbc);
    coordinator =
        new HttpPerson("http://localhost:" + port)
            .signIn(persons.link(persons.with(Role.COORDINATOR)));
    source = sources.add("Streamed " + token, "cordis-csv", "/nowhere/export", null).id();
    run = runs.queue(source, "/nowhere/export", false, null);
    assertThat(runs.claim(run, token)).isPresent();
  }

  @AfterEach
  void leave() {
    runs.cancel(run);
    coordinator.close();
  }

  private String page() {
    return "/sources/" + source + "/runs/" + run;
  }

  private void beat(int percent, int found, Phase phase) {
    runs.beat(run, token, new RunRow.Progress(percent, 100, found, percent, phase), 0);
  }

  @Test
  void theStreamTellsEveryStepAndEndsWithTheRun() throws Exception {
    beat(10, 5, Phase.READING);
    HttpResponse<Stream<String>> answer = coordinator.lines(page() + "/events");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    Iterator<String> lines = answer.body().iterator();
    assertThat(until(lines, 10).path("phase").asString()).isEqualTo("Reading");
    beat(60, 1234, Phase.PROJECTS);
    JsonNode sixty = until(lines, 60);
    assertThat(sixty.path("phase").asString()).isEqualTo("Taking in projects");
    assertThat(sixty.path("pace").asString()).startsWith("1,234 read, ");
    assertThat(sixty.path("figures").path("found").asString()).isEqualTo("1,234");
    beat(40, 900, Phase.ORGANISATIONS);
    assertThat(runs.get(run).progress().percent()).as("it never goes back").isEqualTo(60);
    runs.finish(run, token, false);
    assertThat(until(lines, 100).path("open").asBoolean()).isFalse();
    List<String> rest = new ArrayList<>();
    lines.forEachRemaining(rest::add);
    assertThat(rest).contains("event:end");
  }

  @Test
  void anEndedRunIsToldOnceAndAFailedOneSaysWhyWithItsCode() throws Exception {
    runs.fail(run, token, new Runs.Failure("MC-1413", "harvest.refusal.unreadable", null));
    try (Stream<String> lines = coordinator.lines(page() + "/events").body()) {
      assertThat(lines.filter(line -> line.startsWith("event:")))
          .containsExactly("event:progress", "event:end");
    }
    assertThat(coordinator.get(page()).body())
        .contains("The payload cannot be opened", "MC-1413")
        .doesNotContain("run.js");
  }

  @Test
  void aReaderWhoLeavesEndsTheStream() throws Exception {
    try (Stream<String> lines = coordinator.lines(page() + "/events").body()) {
      assertThat(lines.iterator().next()).isEqualTo("event:progress");
      assertThat(stream.readers()).isEqualTo(1);
    }
    coordinator.close();
    for (int i = 0; i < 100 && stream.readers() > 0; i++) {
      beat(Math.min(90, 10 + i), i, Phase.READING);
      Thread.sleep(Duration.ofMillis(100));
    }
    assertThat(stream.readers()).isZero();
  }

  @Test
  void thePageAloneSaysHowFarItIsForThoseWithoutAScript() throws Exception {
    beat(37, 42, Phase.ORGANISATIONS);
    assertThat(coordinator.get(page()).body())
        .contains("Taking in organisations", "value=\"37\"", "42 read", "<noscript>", "run.js");
  }

  @Test
  void aRunThatWasTakenOverCannotBeToldByItsFormerWorker() {
    assertThatThrownBy(
            () ->
                runs.beat(
                    run, UUID.randomUUID(), new RunRow.Progress(1, 1, 1, 1, Phase.READING), 0))
        .isInstanceOf(Runs.Lost.class);
  }

  private static JsonNode until(Iterator<String> lines, int percent) {
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("data:{")) {
        JsonNode told = JsonMapper.shared().readTree(line.substring("data:".length()));
        if (told.path("percent").asInt() == percent) {
          return told;
        }
      }
    }
    throw new AssertionError("the stream ended before " + percent + " %");
  }
}
