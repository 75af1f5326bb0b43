package eu.metacluster.harvest.events;

import static eu.metacluster.harvest.Recorder.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.fetch.Look;
import eu.metacluster.harvest.fetch.Remotely;
import eu.metacluster.support.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists of events that go on, lead to pages, go in circles or are something else. */
class ListsTests {

  private final Loopback web = new Loopback();

  ListsTests() throws IOException {}

  @AfterEach
  void close() {
    web.close();
  }

  private void on(String path, String type, String body) {
    web.on(path, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String page(String ld, String more) {
    return "<html><head><title>Agenda</title><script type='application/ld+json'>"
        + ld
        + "</script></head><body>"
        + more
        + "</body></html>";
  }

  @Test
  void aListLeadsToItsPagesAndGoesOn() throws IOException {
    on(
        "/list",
        "text/html",
        page(
            "{}",
            "<a href='/event/1#x'>1</a><a href='/about'>a</a><a rel=next href='?p=2'>next</a>"));
    on(
        "/list?p=2",
        "text/html",
        page("{}", "<a href='/event/2'>2</a><a rel=next href='/list'>back</a>"));
    on(
        "/event/1",
        "text/html",
        page(
            "{\"@type\":\"Event\",\"name\":\"One\",\"startDate\":\"2026-05-01\",\"eventStatus\":\"https://schema.org/EventCancelled\",\"organizer\":[{\"@type\":\"Person\",\"name\":\"Jane Roe\"},{\"@type\":\"Organization\",\"name\":\"IARC\"}]}",
            ""));
    on("/event/2", "text/html", "<title>Page not found - Institute</title><p>Sorry</p>");

    Recorder read =
        Remotely.read(new SchemaEventsConnector(), web.at("/list"), Map.of("follow", "/event/*"));

    Finding one = read.one(RecordKind.EVENT, web.at("/event/1").toString());
    assertThat(values(one, Field.STATUS)).containsExactly("cancelled");
    assertThat(values(one, Field.ORGANISER)).containsExactly("IARC");
    assertThat(read.findings).hasSize(1);
    assertThat(read.problems(Reason.NOT_EXPECTED)).hasSize(1);
    assertThat(web.asked).doesNotContain("/about").contains("/list?p=2");
  }

  @Test
  void aBrokenBlockCostsNoOther() throws IOException {
    on(
        "/e",
        "text/html",
        page(
            "{\"@type\":\"Event\", \"name\": oops",
            "<script type='application/ld+json'><!-- [{\"@type\":[\"Thing\",\"schema:Event\"],\"name\":\"Kept &amp; fine\",\"startDate\":\"not yet\",}] --></script>"));
    Recorder read = Remotely.read(new SchemaEventsConnector(), web.at("/e"), Map.of());
    assertThat(values(read.findings.getFirst(), Field.TITLE)).containsExactly("Kept & fine");
    assertThat(read.problems(Reason.UNREADABLE)).hasSize(1);
    assertThat(read.problems(Reason.BAD_DATE)).hasSize(1);
  }

  @Test
  void aLoginFormIsALine() throws IOException {
    on("/e", "text/html", "<title>Portal</title><form><input type=password></form>");
    Recorder read = Remotely.read(new SchemaEventsConnector(), web.at("/e"), Map.of());
    assertThat(read.findings).isEmpty();
    assertThat(read.problems(Reason.NOT_EXPECTED)).hasSize(1);
  }

  @Test
  void deepAndCircularJsonLdEnds() throws IOException {
    String deep =
        "{\"@type\":\"Event\",\"name\":\"n\",\"startDate\":\"2026-01-01\",\"location\":".repeat(60)
            + "null"
            + "}".repeat(60);
    on("/e", "text/html", page(deep, ""));
    assertThat(Remotely.read(new SchemaEventsConnector(), web.at("/e"), Map.of()).findings)
        .hasSize(1);
    on(
        "/c",
        "application/ld+json",
        "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@id\":\"#a\",\"@type\":\"Event\",\"name\":\"A\",\"startDate\":\"2026-01-01\",\"location\":{\"@id\":\"#b\"}},{\"@id\":\"#b\",\"@type\":\"Place\",\"name\":\"Hall\",\"event\":{\"@id\":\"#a\"}}]}");
    Recorder read = Remotely.read(new SchemaEventsConnector(), web.at("/c"), Map.of());
    assertThat(values(read.one(RecordKind.EVENT, "#a"), Field.VENUE)).containsExactly("Hall");
  }

  private static String indico(int from, int count) {
    StringBuilder results = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      results
          .append(results.isEmpty() ? "" : ",")
          .append("{\"_type\":\"Conference\",\"id\":\"")
          .append(i)
          .append("\",\"title\":\"Meeting ")
          .append(i)
          .append(
              "\",\"description\":\"<p>Words</p>\",\"startDate\":{\"date\":\"2026-03-09\",\"time\":\"09:00:00\",\"tz\":\"Europe/Zurich\"},\"endDate\":{\"date\":\"2026-03-13\",\"time\":\"17:15:00\",\"tz\":\"Europe/Zurich\"},\"location\":\"Geneva, Switzerland\",\"roomFullname\":\"Hall 1\",\"url\":\"https://indico.example/event/")
          .append(i)
          .append(
              "/\",\"category\":\"Oncology\",\"keywords\":[\"cancer\"],\"chairs\":[{\"fullName\":\"Roe, Jane\"}]}");
    }
    return "{\"count\":%d,\"_type\":\"HTTPAPIResult\",\"results\":[%s]}".formatted(count, results);
  }

  @Test
  void indicoPageByPage() throws IOException {
    String path = "/export/categ/1.json";
    on(path, "application/json", indico(0, 1));
    on(path + "?limit=200", "application/json", indico(0, 200));
    on(path + "?limit=200&offset=200", "application/json", indico(200, 3));

    assertThat(
            Look.recognised(
                web.at(path), List.of(new JsonCalendarConnector(), new IndicoConnector())))
        .isNotEmpty();
    Recorder read = Remotely.read(new IndicoConnector(), web.at(path), Map.of());
    assertThat(read.of(RecordKind.EVENT)).hasSize(203);
    Finding first = read.one(RecordKind.EVENT, "0");
    assertThat(values(first, Field.STARTS_AT)).containsExactly("2026-03-09T09:00+01:00");
    assertThat(values(first, Field.ENDS_AT)).containsExactly("2026-03-13T17:15+01:00");
    assertThat(values(first, Field.VENUE)).containsExactly("Hall 1, Geneva, Switzerland");
    assertThat(values(first, Field.COUNTRY)).containsExactly("CH");
    assertThat(values(first, Field.SUMMARY)).containsExactly("Words");
    assertThat(first.facts()).noneMatch(f -> f.value().contains("Roe"));

    Recorder cut = new Recorder();
    cut.resumesAt = "1";
    assertThat(Remotely.read(new IndicoConnector(), web.at(path), Map.of(), cut).findings)
        .hasSize(3);
  }

  @Test
  void anIndicoThatAlwaysAnswersTheSameEnds() throws IOException {
    on("/export/categ/1.json", "application/json", indico(0, 200));
    assertThat(
            Remotely.read(new IndicoConnector(), web.at("/export/categ/1.json"), Map.of()).findings)
        .hasSize(200);
    assertThat(web.asked.size()).isLessThan(6);
  }

  @Test
  void aTokenIsSentToTheSourcesOwnHostAndNowhereElse() throws IOException {
    List<String> sent = new ArrayList<>();
    try (Loopback other = new Loopback()) {
      HttpHandler noting =
          exchange -> {
            sent.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            Loopback.send(
                exchange,
                200,
                "application/json",
                "{\"events\":[],\"pagination\":{\"has_more_items\":false}}"
                    .getBytes(StandardCharsets.UTF_8));
          };
      other.on("/elsewhere", noting);
      web.on("/v3/own/events/", noting);
      web.on(
          "/v3/moved/events/",
          exchange -> {
            sent.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.getResponseHeaders().set("Location", other.at("/elsewhere").toString());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
          });
      Map<String, String> settings = Map.of("token", "s3cret\r\nX: y");
      Remotely.read(new EventbriteConnector(), web.at("/v3/own/events/"), settings);
      Remotely.read(new EventbriteConnector(), web.at("/v3/moved/events/"), settings);
    }
    assertThat(sent).containsExactly("Bearer s3cretX:y", "Bearer s3cretX:y", "null");
  }

  @Test
  void eventbriteThatRepeatsItsTokenEnds() throws IOException {
    on(
        "/v3/x/events/",
        "application/json",
        "{\"pagination\":{\"has_more_items\":true,\"continuation\":\"a\"},\"events\":[{\"id\":\"1\",\"name\":{\"text\":\"One\"},\"status\":\"canceled\",\"start\":{\"timezone\":\"Europe/Paris\",\"utc\":\"2026-01-01T10:00:00Z\"}}]}");
    Recorder read = Remotely.read(new EventbriteConnector(), web.at("/v3/x/events/"), Map.of());
    assertThat(read.problems(Reason.NOT_EXPECTED)).hasSize(1);
    assertThat(read.whole).isFalse();
    Finding one = read.one(RecordKind.EVENT, "1");
    assertThat(values(one, Field.STATUS)).containsExactly("cancelled");
    assertThat(values(one, Field.STARTS_AT)).containsExactly("2026-01-01T11:00+01:00");
  }

  @Test
  void whatIsNotTheirsIsRefused() throws IOException {
    on("/x", "application/json", "{\"error\":\"sign in\"}");
    assertThatThrownBy(() -> Remotely.read(new IndicoConnector(), web.at("/x"), Map.of()))
        .hasMessageContaining("MC-1466");
    assertThatThrownBy(() -> Remotely.read(new EventbriteConnector(), web.at("/x"), Map.of()))
        .hasMessageContaining("MC-1467");
    assertThat(
            Remotely.read(new JsonCalendarConnector(), web.at("/x"), Map.of())
                .problems(Reason.NO_EVENTS))
        .hasSize(1);
  }
}
