package eu.metacluster.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.support.ProductTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** On every road within five seconds of the decision, and gone from it within five of the next. */
@ProductTest
@Import(OpenGrid.class)
class LiveRoadsTests {

  private static final Duration PROMISED = Duration.ofSeconds(5);

  @Autowired OpenGrid grid;
  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  private final String word = "live" + OpenGrid.number();
  private Roads roads;

  @BeforeEach
  void roads() {
    roads = new Roads(mvc, json);
  }

  @Test
  void aRecordIsOnEveryRoadWithinFiveSecondsAndGoneWithinFive() throws Exception {
    String day = LocalDate.now().plusDays(20).toString();
    GridRecord output = grid.candidate(RecordKind.OUTPUT, "Output " + word);
    GridRecord event =
        grid.candidate(RecordKind.EVENT, "Event " + word, Finding.Fact.of(Field.START_DATE, day));
    Map<String, Supplier<Boolean>> all = new LinkedHashMap<>();
    roadsOf(output, "OUTPUT", all);
    roadsOf(event, "EVENT", all);
    all.put("calendar", () -> called(event));
    all.put("oai_openaire", () -> harvested(output, "oai_openaire"));
    for (Map.Entry<String, Supplier<Boolean>> road : all.entrySet()) {
      assertThat(road.getValue().get()).as(road.getKey() + " before").isFalse();
    }

    decideAndWait(List.of(output, event), true, all);
    decideAndWait(List.of(output, event), false, all);
  }

  private void decideAndWait(
      List<GridRecord> records, boolean published, Map<String, Supplier<Boolean>> all)
      throws InterruptedException {
    Instant end = Instant.now().plus(PROMISED);
    records.forEach(record -> grid.decide(record, published));
    List<String> late = new ArrayList<>(all.keySet());
    while (!late.isEmpty() && Instant.now().isBefore(end)) {
      late.removeIf(road -> all.getOrDefault(road, () -> !published).get() == published);
      Thread.sleep(20);
    }
    assertThat(late).as(published ? "not there" : "still there").isEmpty();
  }

  private void roadsOf(GridRecord record, String name, Map<String, Supplier<Boolean>> all) {
    String id = record.id().toString();
    all.put(name + " API", () -> there("/api/v1/records/" + id));
    all.put(name + " changes", () -> changed(id));
    all.put(name + " page", () -> there(record.path()));
    all.put(name + " citation", () -> there(record.path() + "/cite.ris"));
    all.put(name + " RDF", () -> there("/id/" + id + ".ttl"));
    all.put(name + " marks", () -> roads.answer(record.path()).getHeader("Link") != null);
    all.put(
        name + " sitemap",
        () -> roads.sitemap(Map.of()).ids().stream().anyMatch(a -> a.endsWith(record.path())));
    for (String road :
        List.of(
            "/api/v1/search",
            "/grid.jsonl",
            "/feeds/new.atom",
            "/feeds/new.rss",
            "/feeds/new.json")) {
      all.put(name + road, () -> roads.text(road + "?q=" + word).contains(id));
    }
    all.put(name + " whole feed", () -> roads.text("/feeds/new.json").contains(id));
    for (String road : List.of("/grid.csv", "/grid.json", "/grid.atom", "/embed/list")) {
      all.put(name + road, () -> roads.text(road + "?q=" + word).contains(record.path()));
    }
    for (String format : List.of("oai_dc", "oai_datacite")) {
      all.put(name + " " + format, () -> harvested(record, format));
    }
    String asked = "ASK { ?s <http://purl.org/dc/terms/identifier> \"" + id + "\" }";
    String query = Roads.encoded(asked);
    all.put(
        name + " SPARQL", () -> roads.text("/sparql?format=csv&query=" + query).contains("true"));
  }

  private boolean there(String path) {
    int status = roads.answer(path).getStatus();
    assertThat(status).as(path).isIn(200, 404, 410);
    return status == 200;
  }

  private boolean changed(String id) {
    String changes = roads.text("/api/v1/changes?limit=500&since=" + since());
    Matcher mine =
        Pattern.compile("\"deleted\":(true|false),\"id\":\"" + id + "\"").matcher(changes);
    return mine.find() && mine.group(1).equals("false");
  }

  private long since() {
    return Math.max(
        0, json.readTree(roads.text("/api/v1/records?limit=1")).path("position").asLong() - 400);
  }

  private boolean called(GridRecord event) {
    String calendar = roads.text("/calendar/events.ics");
    int at = calendar.indexOf("UID:" + event.id());
    return at > 0
        && calendar.indexOf("CONFIRMED", at) < calendar.indexOf("END:VEVENT", at)
        && calendar.indexOf("CONFIRMED", at) > 0;
  }

  private boolean harvested(GridRecord record, String format) {
    MockHttpServletResponse answer =
        roads.answer(
            "/oai?verb=GetRecord&metadataPrefix="
                + format
                + "&identifier=oai:metacluster.localhost:"
                + record.id());
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8)
        .contains("<metadata>");
  }
}
