package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import eu.metacluster.support.Loopback;
import eu.metacluster.support.ProductTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What a server says is as it was is confirmed without being sent or read again. */
@ProductTest
@TestPropertySource(properties = "metacluster.fetch.allow-loopback=true")
class UnchangedAnswersTests {

  private static final String FEED =
      """
      <rss version="2.0"><channel><title>News</title>
      <item><title>One %1$s</title><guid>a-%1$s</guid><link>http://example.org/a-%1$s</link></item>
      <item><title>Two</title><guid>b-%1$s</guid><link>http://example.org/b-%1$s</link></item>
      </channel></rss>""";
  private static final String TABLE = "id,title,country\n1-%1$s,A first thing,DE\n2-%1$s,Two,FR\n";
  private static final String CALENDAR =
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:%1$s@example.org
      DTSTART:20290304T090000Z
      SUMMARY:A meeting
      %2$sEND:VEVENT
      END:VCALENDAR
      """;

  @Autowired SourceRegister sources;
  @Autowired RunQueue queue;
  @Autowired Runs runs;
  @Autowired Ending ending;

  private final List<Integer> sent = new CopyOnWriteArrayList<>();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private Loopback server;
  private String etag = "\"1\"";
  private String body = "";

  @BeforeEach
  void start() throws IOException {
    server = new Loopback().on("/it", this::answer);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean same = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    exchange.getResponseHeaders().set("ETag", etag);
    sent.add(same ? 304 : 200);
    if (same) {
      exchange.sendResponseHeaders(304, -1);
      exchange.close();
    } else {
      Loopback.send(exchange, 200, "text/plain", body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private SourceRow source(String connector, Map<String, String> settings) {
    Map<String, String> fields = new java.util.HashMap<>(settings);
    fields.put("name", connector + " " + mark);
    fields.put("connector", connector);
    fields.put("location", server.at("/it").toString());
    return sources.add(SourceForm.of(fields), null);
  }

  @ParameterizedTest
  @CsvSource({"feed,2", "icalendar,1"})
  void whatIsAsItWasIsNotSentAgain(String connector, int things) throws Exception {
    body = connector.equals("feed") ? FEED.formatted(mark) : CALENDAR.formatted(mark, "");
    SourceRow source = source(connector, Map.of());

    RunRow first = run(source);
    assertThat(first.outcome().created()).isEqualTo(things);
    RunRow second = run(source);
    assertThat(second.unchangedPayload()).isTrue();
    assertThat(second.outcome().confirmed()).isEqualTo(things);
    assertThat(run(source).outcome().confirmed()).isEqualTo(things);
    assertThat(sent).containsExactly(200, 304, 304);

    etag = "\"2\"";
    RunRow sameBytes = run(source);
    assertThat(sameBytes.unchangedPayload()).isTrue();
    assertThat(sameBytes.outcome().confirmed()).isEqualTo(things);

    body = body.replace("One", "Changed").replace("A meeting", "Changed");
    RunRow changed = run(source);
    assertThat(changed.unchangedPayload()).isFalse();
    assertThat(changed.outcome().changed()).isEqualTo(1);
  }

  @Test
  void aFileIsFetchedOnceAndReadAgainWhenTheSettingsOrTheClaimsAreOthers() throws Exception {
    body = TABLE.formatted(mark);
    SourceRow source = source("table", Map.of("setting.kind", "project"));
    RunRow first = run(source);
    assertThat(first.state()).isEqualTo(RunState.FINISHED);
    assertThat(first.outcome().created()).isEqualTo(2);
    assertThat(run(source).outcome().confirmed()).isEqualTo(2);
    assertThat(sent).containsExactly(200, 304);

    ending.rollBack(first.id(), null);
    RunRow back = run(source);
    assertThat(back.unchangedPayload()).isFalse();
    assertThat(sent).containsExactly(200, 304, 200);
  }

  @Test
  void aCalendarWithRepeatedEventsIsReadEachTime() throws Exception {
    body = CALENDAR.formatted(mark, "RRULE:FREQ=DAILY\n");
    SourceRow source = source("icalendar", Map.of());
    run(source);
    RunRow second = run(source);
    assertThat(second.unchangedPayload()).isFalse();
    assertThat(sent).containsExactly(200, 200);
  }

  private RunRow run(SourceRow source) throws Exception {
    long id = queue.start(source.id(), String.valueOf(source.location()), false, null);
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (runs.get(id).state().open() && System.nanoTime() < until) {
      Thread.sleep(20);
    }
    RunRow run = runs.get(id);
    assertThat(run.state()).as(run.message()).isEqualTo(RunState.FINISHED);
    return run;
  }
}
