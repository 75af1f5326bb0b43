package eu.metacluster.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Sources;
import eu.metacluster.opendata.dumps.DumpForTests;
import eu.metacluster.support.ProductTest;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every road gives the same records with the same facts: nothing that is not public, nothing that a
 * source keeps to itself, and of what was withdrawn at most that it is gone.
 */
@ProductTest
@Import({OpenGrid.class, DumpForTests.class})
class AgreementTests {

  private static final Set<RecordKind> PRODUCTS =
      Set.of(RecordKind.OUTPUT, RecordKind.PRACTICE, RecordKind.TRAINING);

  @Autowired OpenGrid grid;
  @Autowired DumpForTests dumps;
  @Autowired Sources sources;
  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  private final String number = OpenGrid.number();
  private final String secret = "secret" + number;
  private final String day = LocalDate.now().plusDays(30).toString();
  private final List<GridRecord> withdrawn = new ArrayList<>();
  private Roads roads;
  private GridRecord agreed;
  private GridRecord mixed;
  private GridRecord kept;
  private GridRecord merged;
  private Map<String, JsonNode> api;
  private Map<String, String> idsByPath;

  @BeforeEach
  void records() {
    roads = new Roads(mvc, json);
    agreed = grid.project("AGREED" + number, "All agree");
    grid.thing(RecordKind.NEWS, "News that all agree on " + number);
    grid.thing(RecordKind.OUTPUT, "An output " + number);
    grid.thing(RecordKind.EVENT, "A meeting " + number, fact(Field.START_DATE, day));
    grid.thing(RecordKind.CALL, "A call " + number, fact(Field.DEADLINE, day));
    withdrawn.add(grid.project("GONE" + number, "Withdrawn before " + number));
    withdrawn.add(grid.thing(RecordKind.EVENT, "Off " + number, fact(Field.START_DATE, day)));
    withdrawn.add(
        grid.thing(RecordKind.OUTPUT, "Unpublished " + number, fact(Field.SUMMARY, "Gone")));
    withdrawn.forEach(grid::withdraw);
    merged = grid.thing(RecordKind.NEWS, "Told twice " + number);
    grid.merge(merged, grid.thing(RecordKind.NEWS, "Told once " + number));
    keepSomething();
    api = roads.api();
    idsByPath = new HashMap<>();
    api.forEach((id, record) -> idsByPath.put(record.path("path").asString(), id));
  }

  /** A project of which an open source says one thing and a closed one another, and one alone. */
  private void keepSomething() {
    long open = grid.source("Open register " + number);
    long closed = grid.source("Register " + secret);
    String grant = OpenGrid.number();
    String pic = OpenGrid.number();
    String partner = OpenGrid.number();
    grid.put(
        open,
        OpenGrid.organisation(pic, "Known clinic " + number, "FR"),
        OpenGrid.finding(
            RecordKind.PROJECT,
            grant,
            Scheme.GRANT,
            List.of(OpenGrid.partner(pic, "coordinator", 1)),
            OpenGrid.facts("", "Openly told " + number, fact(Field.PILLAR, "early-detection"))));
    mixed =
        grid.put(
            closed,
            OpenGrid.organisation(partner, "Clinic " + secret, "MT"),
            OpenGrid.finding(
                RecordKind.PROJECT,
                grant,
                Scheme.GRANT,
                List.of(OpenGrid.partner(partner, "coordinator", 1)),
                OpenGrid.facts(
                    "A" + secret,
                    "Title " + secret,
                    fact(Field.KEYWORDS, "word" + secret),
                    fact(Field.DOI, "10.1000/" + secret),
                    fact(Field.STATUS, secret),
                    fact(Field.PILLAR, secret))));
    grid.publish(mixed);
    kept =
        grid.put(
            closed,
            OpenGrid.finding(
                RecordKind.EVENT,
                "https://example.org/" + secret,
                Scheme.STARTER,
                List.of(),
                OpenGrid.facts("", "Event " + secret, fact(Field.START_DATE, day))));
    grid.publish(kept);
    sources.allowPassingOn(closed, false, null);
    grid.settle();
  }

  private static Finding.Fact fact(Field field, String value) {
    return Finding.Fact.of(field, value);
  }

  @Test
  void theWholeSetIsTheSameByEveryRoad() throws Exception {
    assertThat(api).containsKeys(agreed.id().toString(), mixed.id().toString());
    assertThat(api).doesNotContainKeys(id(kept), id(merged));
    withdrawn.forEach(record -> assertThat(api).doesNotContainKey(id(record)));
    Set<String> gone = new TreeSet<>();
    assertThat(roads.changes(gone)).isEqualTo(api);
    assertThat(gone).contains(id(merged), id(kept));
    assertThat(roads.search()).isEqualTo(api);
    assertThat(roads.lines(roads.text("/grid.jsonl"))).isEqualTo(api);
    String version = "/dumps/" + dumps.make() + "/records.";
    assertThat(roads.lines(roads.unpacked(version + "jsonl.gz"))).isEqualTo(api);

    Map<String, Roads.Given> all = new LinkedHashMap<>();
    all.put("CSV", roads.csv(version + "csv.gz"));
    all.put("Parquet", roads.parquet(version + "parquet"));
    all.put("Excel", roads.workbook(version + "xlsx"));
    all.put("RDF", roads.triples(version + "nt.gz"));
    all.put("sitemap", roads.sitemap(idsByPath));
    for (String ending : List.of("csv", "json", "xlsx")) {
      all.put("grid." + ending, roads.table("/grid." + ending + "?sort=title", idsByPath));
    }
    all.put("oai_dc", roads.harvest("oai_dc"));
    all.put("oai_datacite", roads.harvest("oai_datacite"));
    all.put("SPARQL", roads.sparql());
    all.forEach(
        (road, given) -> {
          assertThat(given.ids()).as(road).isEqualTo(api.keySet());
          given.live().values().forEach(text -> assertThat(text).as(road).doesNotContain(secret));
        });
    assertThat(all.get("oai_dc").gone()).isEqualTo(gone);
    assertThat(all.get("oai_datacite").gone()).isEqualTo(gone);
    Roads.Given products = roads.harvest("oai_openaire");
    assertThat(products.ids()).isEqualTo(ids(PRODUCTS));
    assertThat(gone).containsAll(products.gone());
    assertThat(products.gone()).contains(id(withdrawn.get(2)));
  }

  private Set<String> ids(Set<RecordKind> kinds) {
    return api.values().stream()
        .filter(r -> kinds.contains(RecordKind.ofWord(r.path("kind").asString())))
        .map(r -> r.path("id").asString())
        .collect(Collectors.toSet());
  }

  private static String id(GridRecord record) {
    return record.id().toString();
  }

  @Test
  void factsAreTheSameInTheTables() throws Exception {
    Roads.Given table = roads.table("/grid.csv?q=" + number, idsByPath);
    assertThat(table.live().get(id(mixed)))
        .contains("Openly told " + number, "early-detection", "Known clinic " + number, "FR")
        .doesNotContain(secret, "MT");
    Roads.Given triples = roads.triples("/dumps/" + dumps.make() + "/records.nt.gz");
    Roads.Given harvested = roads.harvest("oai_datacite");
    Map<String, String> asked = roads.sparql().live();
    Pattern word = Pattern.compile("[A-Za-z0-9]{3,}");
    api.forEach(
        (id, record) -> {
          Matcher name = word.matcher(record.path("title").asString());
          if (name.find()) {
            for (Map<String, String> road : List.of(harvested.live(), triples.live(), asked)) {
              assertThat(road.getOrDefault(id, "")).contains(name.group());
            }
          }
        });
  }

  @Test
  void aRecordByItselfIsTheSameEverywhere() {
    List<String> some = new ArrayList<>(api.keySet());
    some.sort(Comparator.reverseOrder());
    some = new ArrayList<>(some.subList(0, Math.min(some.size(), 60)));
    some.add(id(agreed));
    some.add(id(mixed));
    for (String id : some) {
      JsonNode record = api.getOrDefault(id, json.createObjectNode());
      String page = record.path("path").asString();
      assertThat(json.readTree(roads.text("/api/v1/records/" + id))).isEqualTo(record);
      assertThat(roads.text("/id/" + id + ".ttl")).contains(id).doesNotContain(secret);
      for (String ending : List.of("bib", "ris", "json")) {
        assertThat(roads.text(page + "/cite." + ending)).contains(page).doesNotContain(secret);
      }
    }
    assertThat(roads.text(mixed.path() + "/cite.ris"))
        .contains("Openly told " + number, "AU  - Known clinic " + number);
    String head = roads.text(mixed.path()).replaceAll("(?s)</head>.*", "");
    assertThat(head.substring(head.indexOf("application/ld+json"))).doesNotContain(secret);
    assertThat(String.valueOf(roads.answer(mixed.path()).getHeader("Link"))).doesNotContain(secret);
  }

  @Test
  void whatIsNotGivenIsNotThereByItselfEither() {
    List<GridRecord> hidden = new ArrayList<>(withdrawn);
    hidden.add(kept);
    for (GridRecord record : hidden) {
      for (String path :
          List.of(
              "/api/v1/records/" + id(record),
              "/api/v1/records" + record.path(),
              "/id/" + id(record) + ".ttl",
              "/id/" + id(record))) {
        assertThat(roads.answer(path).getStatus()).as(path).isEqualTo(410);
      }
      assertThat(roads.answer(record.path() + "/cite.bib").getStatus()).isEqualTo(404);
    }
    for (String road :
        List.of(
            "/grid.csv",
            "/grid.json",
            "/grid.jsonl",
            "/grid.atom",
            "/feeds/new.json",
            "/embed/list",
            "/api/v1/search",
            "/api/v1/sources",
            "/calendar/events.ics")) {
      assertThat(roads.text(road + (road.startsWith("/api/v1/so") ? "" : "?q=" + secret)))
          .as(road)
          .doesNotContain("Title " + secret, "Event " + secret, "Clinic " + secret)
          .doesNotContain("Register " + secret, "\"" + secret + "\"");
    }
  }

  private static Instant published(JsonNode record) {
    String at = record.path("publishedAt").asString("");
    return at.isEmpty() ? Instant.MAX : Instant.parse(at);
  }

  @Test
  void theFeedsGiveTheSamePageByPage() throws Exception {
    List<String> newest =
        api.values().stream()
            .sorted(
                Comparator.comparing(AgreementTests::published)
                    .thenComparing(r -> r.path("id").asString())
                    .reversed())
            .map(r -> "urn:uuid:" + r.path("id").asString())
            .toList();
    List<String> atom = new ArrayList<>();
    String next = "/feeds/new.atom";
    while (next != null) {
      SyndFeed feed = new SyndFeedInput().build(new StringReader(roads.text(next)));
      feed.getEntries().forEach(entry -> atom.add(entry.getUri()));
      next =
          feed.getLinks().stream()
              .filter(link -> link.getRel().equals("next"))
              .map(link -> Roads.path(link.getHref()))
              .findFirst()
              .orElse(null);
    }
    List<String> lines = new ArrayList<>();
    next = "/feeds/new.json";
    while (next != null) {
      JsonNode feed = json.readTree(roads.text(next));
      feed.path("items").forEach(item -> lines.add(item.path("id").asString()));
      next = feed.has("next_url") ? Roads.path(feed.path("next_url").asString()) : null;
    }
    assertThat(atom).isEqualTo(newest);
    assertThat(lines).isEqualTo(newest);
    String first = roads.text("/feeds/new.rss");
    assertThat(first).contains(newest.getFirst()).doesNotContain(secret);
  }

  @Test
  void theCalendarHasTheEventsAndDeadlinesOfTheSet() {
    LocalDate oldest = LocalDate.now().minusYears(1);
    Map<String, String> wanted = new TreeMap<>();
    for (JsonNode record : api.values()) {
      JsonNode facts = record.path("facts");
      String id = record.path("id").asString();
      switch (record.path("kind").asString()) {
        case "event", "training" -> {
          String begin = facts.path("startsAt").asString(facts.path("startDate").asString(""));
          put(wanted, id, begin, oldest);
        }
        case "call" -> {
          int at = 0;
          for (JsonNode deadline : facts.path("deadline")) {
            put(wanted, id + "-" + at++, deadline.asString(), oldest);
          }
        }
        default -> {}
      }
    }
    Map<String, String> shown = new TreeMap<>();
    Set<String> off = new HashSet<>();
    for (String event : roads.text("/calendar/events.ics").split("BEGIN:VEVENT", -1)) {
      Matcher uid = Pattern.compile("UID:(.*)@metacluster").matcher(event);
      if (uid.find()) {
        if (event.contains("STATUS:CANCELLED")) {
          off.add(uid.group(1));
        } else {
          shown.put(uid.group(1), event);
        }
      }
    }
    assertThat(shown.keySet()).isEqualTo(wanted.keySet());
    assertThat(off).contains(id(withdrawn.get(1)), id(kept));
  }

  private static void put(Map<String, String> wanted, String uid, String begin, LocalDate oldest) {
    if (begin.matches("\\d{4}-\\d\\d-\\d\\d.*")
        && !LocalDate.parse(begin.substring(0, 10)).isBefore(oldest)) {
      wanted.put(uid, begin);
    }
  }

  @Test
  void piecesForOtherSitesCountTheSameSet() {
    Map<String, Long> kinds =
        api.values().stream()
            .collect(Collectors.groupingBy(r -> r.path("kind").asString(), Collectors.counting()));
    JsonNode found = json.readTree(roads.text("/api/v1/search?limit=1"));
    Map<String, Long> counted = new HashMap<>();
    found
        .at("/facets/kind")
        .forEach(one -> counted.put(one.path("value").asString(), one.path("count").asLong()));
    assertThat(counted).isEqualTo(kinds);
    assertThat(found.path("total").asInt()).isEqualTo(api.size());
    assertThat(found.at("/facets").toString()).doesNotContain(secret);
    String figure = roads.text("/embed/figure?by=pillar&q=" + number);
    assertThat(figure).doesNotContain(secret);
    assertThat(roads.text("/embed/map?q=" + secret)).doesNotContain("MT");
    String list = roads.text("/embed/list?kind=project&q=" + number);
    assertThat(list).contains("Openly told " + number).doesNotContain(secret);
  }
}
