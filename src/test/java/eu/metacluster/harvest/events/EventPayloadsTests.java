package eu.metacluster.harvest.events;

import static eu.metacluster.harvest.Recorder.values;
import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.fetch.Look;
import eu.metacluster.harvest.fetch.Remotely;
import eu.metacluster.support.Loopback;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All recorded sources of events: who reads which, and what comes out. */
class EventPayloadsTests {

  private static final Instant THEN = Instant.parse("2020-01-01T00:00:00Z");

  private static final Pattern MAIL = Pattern.compile("\\w@\\w+\\.\\w");

  private final List<WebConnector> connectors =
      List.of(
          new ICalendarConnector(),
          new IndicoConnector(),
          new EventbriteConnector(),
          new SchemaEventsConnector(),
          new JsonCalendarConnector());

  private final Loopback web = new Loopback();

  EventPayloadsTests() throws IOException {}

  @AfterEach
  void close() {
    web.close();
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "ics" -> "text/calendar";
      case "xml" -> "text/xml";
      case "csv" -> "text/csv";
      default -> "application/json";
    };
  }

  private Recorder read(WebConnector connector, String name) throws IOException {
    web.on('/' + name, type(name), SharedData.at("payloads/events/" + name));
    return Remotely.read(connector, web.at('/' + name), Map.of(), new Recorder(), THEN);
  }

  @Test
  void eachPayloadWithEventsIsReadByOneConnectorWhole() throws IOException {
    Map<String, Integer> read = new TreeMap<>();
    Map<String, Integer> found = new TreeMap<>();
    int nobody = 0;
    Path root = SharedData.at("payloads/events");
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = root.relativize(file).toString();
        web.on('/' + name, type(name), file);
        String who = Look.recognised(web.at('/' + name), connectors);
        if (who.isEmpty()) {
          nobody++;
        } else {
          Recorder recorder = read(named(who), name);
          read.merge(who, 1, Integer::sum);
          found.merge(who, recorder.findings.size(), Integer::sum);
          assertThat(recorder.problems(Reason.BAD_DATE)).as(name).isEmpty();
          assertThat(recorder.findings).as(name).allMatch(EventPayloadsTests::sound);
        }
      }
    }
    assertThat(read)
        .containsExactlyEntriesOf(
            new TreeMap<>(
                Map.of(
                    "eventbrite", 2,
                    "icalendar", 23,
                    "json-calendar", 5,
                    "schema-events", 12)));
    assertThat(found)
        .containsExactlyEntriesOf(
            new TreeMap<>(
                Map.of(
                    "eventbrite", 66,
                    "icalendar", 64,
                    "json-calendar", 15,
                    "schema-events", 99)));
    assertThat(nobody).as("lists, tables and pages without structured data").isEqualTo(34);
  }

  private WebConnector named(String id) {
    return connectors.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static boolean sound(Finding finding) {
    boolean begins =
        values(finding, Field.STARTS_AT).size() == 1
            || values(finding, Field.SORT).contains("training material");
    return begins
        && values(finding, Field.TITLE).size() == 1
        && finding.facts().stream()
            .noneMatch(f -> MAIL.matcher(f.value()).find() && f.field() != Field.URL)
        && finding.facts().stream().noneMatch(f -> f.value().contains("</"));
  }

  @Test
  void aPageWithoutEventsForProgramsSaysSo() throws IOException {
    for (String page : List.of("leiden_1", "uhasselt_2", "sense_2", "nwo", "citizen_science")) {
      Recorder read = read(new SchemaEventsConnector(), "pages/" + page + ".html");
      assertThat(read.findings).as(page).isEmpty();
      assertThat(read.problems(Reason.NO_EVENTS)).as(page).isNotEmpty();
    }
  }

  @Test
  void schemaOrgInJsonLd() throws IOException {
    Recorder read = read(new SchemaEventsConnector(), "pages/wur_1.html");

    Finding seminar = read.one(RecordKind.EVENT, web.at("/pages/wur_1.html").toString());
    assertThat(values(seminar, Field.TITLE).getFirst()).startsWith("RHI Seminar: Breaking Trad");
    assertThat(values(seminar, Field.STARTS_AT)).containsExactly("2023-03-23T15:00Z");
    assertThat(values(seminar, Field.ENDS_AT)).containsExactly("2023-03-23");
    assertThat(values(seminar, Field.VENUE)).containsExactly("Leeuwenborch, gebouwnummer 201");
    assertThat(values(seminar, Field.CITY)).containsExactly("Wageningen");
    assertThat(values(seminar, Field.COUNTRY)).containsExactly("NL");
    assertThat(values(seminar, Field.POSTCODE)).containsExactly("6706 KN");
    assertThat(values(seminar, Field.LOCATION)).containsExactly("51.980290,5.673152");

    Finding dropIn =
        read(new SchemaEventsConnector(), "pages/osci.html")
            .one(
                RecordKind.EVENT,
                "https://osc-international.com/mc-events/open-research-working-group-drop-in-sessions/?mc_id=53 2024-01-25");
    assertThat(values(dropIn, Field.STARTS_AT)).containsExactly("2024-01-25T12:15+02:00");
    assertThat(values(dropIn, Field.CITY)).containsExactly("Sheffield");
    assertThat(values(dropIn, Field.COUNTRY)).containsExactly("GB");
    assertThat(values(dropIn, Field.ATTENDANCE)).containsExactly("in person");
  }

  @Test
  void schemaOrgInMicrodata() throws IOException {
    Recorder read = read(new SchemaEventsConnector(), "pages/rug.html");

    assertThat(read.of(RecordKind.EVENT)).hasSize(52);
    Finding brainstorm =
        read.one(
            RecordKind.EVENT,
            "https://www.rug.nl/about-ug/latest-news/events/calendar/2025/brainstorm-the-human-brain-research-in-groningen 2025-02-15");
    assertThat(values(brainstorm, Field.TITLE))
        .containsExactly("Brainstorm: The Human Brain & Research in Groningen");
    assertThat(values(brainstorm, Field.ENDS_AT)).containsExactly("2026-01-04");
  }

  @Test
  void coursesOfBioschemas() throws IOException {
    Recorder nbis = read(new SchemaEventsConnector(), "misc/nbis-course-instances.json");
    assertThat(nbis.of(RecordKind.TRAINING)).hasSize(29);
    Finding course = nbis.one(RecordKind.TRAINING, "https://uppsala.instructure.com/courses/75565");
    assertThat(values(course, Field.TITLE)).containsExactly("Neural Networks and Deep Learning");
    assertThat(values(course, Field.STARTS_AT)).containsExactly("2023-03-20");
    assertThat(values(course, Field.CITY)).containsExactly("Uppsala");
    assertThat(values(course, Field.COUNTRY)).containsExactly("SE");
    assertThat(values(course, Field.ATTENDANCE)).containsExactly("in person");

    Recorder sib = read(new SchemaEventsConnector(), "misc/sib_course.json");
    assertThat(sib.of(RecordKind.TRAINING)).hasSize(2);
    Finding first =
        sib.one(
            RecordKind.TRAINING,
            "https://webapp2.vital-it.ch/courseadmin/website/course/20220608_XXX12");
    assertThat(values(first, Field.ORGANISER))
        .containsExactly("SIB Swiss Institute of Bioinformatics");
    assertThat(values(first, Field.VENUE)).containsExactly("Lausanne");
    assertThat(first.facts()).noneMatch(f -> f.value().contains("training@sib"));

    Finding material =
        read(new SchemaEventsConnector(), "misc/mentions.jsonld").findings.getFirst();
    assertThat(values(material, Field.SORT)).containsExactly("training material");
    assertThat(values(material, Field.LICENCE))
        .containsExactly("https://creativecommons.org/licenses/by/4.0/");
  }

  @Test
  void calendarsWithZones() throws IOException {
    Recorder surf = read(new ICalendarConnector(), "pages/surf.ics");
    assertThat(surf.of(RecordKind.EVENT)).hasSize(41);
    Finding course = surf.one(RecordKind.EVENT, "a7a00f8b-4f3f-425e-adb9-d820d3ed9054");
    assertThat(values(course, Field.STARTS_AT)).containsExactly("2026-02-10T09:00+01:00");
    assertThat(values(course, Field.LANGUAGE)).containsExactly("nl");
    assertThat(course.at().length()).isGreaterThan(400);

    Finding um = read(new ICalendarConnector(), "pages/maastricht_1.ics").findings.getFirst();
    assertThat(values(um, Field.STARTS_AT)).containsExactly("2025-05-20T10:00+02:00");
    assertThat(values(um, Field.COUNTRY)).containsExactly("NL");
    assertThat(values(um, Field.KEYWORDS)).containsExactly("Science Communication");

    Finding perth =
        read(new ICalendarConnector(), "icalendar/pawsey-intern-showcase-2022.ics")
            .findings
            .getFirst();
    assertThat(values(perth, Field.STARTS_AT)).containsExactly("2022-02-11T09:45+08:00");
    assertThat(values(perth, Field.ATTENDANCE)).containsExactly("online");
  }

  @Test
  void eventbriteWithItsVenuesPageByPage() throws IOException {
    String list = "/v3/organizations/1/events/";
    String folder = "payloads/events/eventbrite/";
    web.on(list, "application/json", SharedData.at(folder + "eventbrite_ardc.json"));
    web.on(
        list + "?continuation=eyJwYWdlIjogMn0",
        "application/json",
        SharedData.at(folder + "eventbrite_ardc_2.json"));
    for (String name : List.of("formats", "categories")) {
      web.on("/v3/" + name + "/", "application/json", SharedData.at(folder + name + ".json"));
    }
    for (String name : List.of("categories_101", "categories_102", "venue_88342919")) {
      String path = name.replace("categories_", "categories/").replace("venue_", "venues/");
      web.on("/v3/" + path + "/", "application/json", SharedData.at(folder + name + ".json"));
    }
    for (String id : List.of("14317910674", "8082048069")) {
      web.on(
          "/v3/organizers/" + id + "/",
          "application/json",
          SharedData.at(folder + "organizer_" + id + ".json"));
    }

    Recorder read = Remotely.read(new EventbriteConnector(), web.at(list), Map.of());

    assertThat(read.of(RecordKind.EVENT)).as("68, two of them drafts").hasSize(66);
    assertThat(read.whole).isTrue();
    Finding forum = read.one(RecordKind.EVENT, "279370995167");
    assertThat(values(forum, Field.TITLE)).containsExactly("Bushfire Data Commons Forum");
    assertThat(values(forum, Field.STARTS_AT)).containsExactly("2022-04-07T14:00+10:00");
    assertThat(values(forum, Field.ORGANISER)).containsExactly("Australian Research Data Commons");
    assertThat(values(forum, Field.ATTENDANCE)).containsExactly("online");
    assertThat(read.findings).anyMatch(f -> values(f, Field.CITY).contains("Sydney"));
    assertThat(web.asked.stream().filter(a -> a.contains("/organizers/14317910674/"))).hasSize(1);
  }

  @Test
  void calendarsInJson() throws IOException {
    JsonCalendarConnector json = new JsonCalendarConnector();
    Finding gen3 = read(json, "misc/response_1642570417380.json").one(RecordKind.EVENT, "48319");
    assertThat(values(gen3, Field.STARTS_AT)).containsExactly("2022-02-16T13:00Z");
    assertThat(values(gen3, Field.ORGANISER)).containsExactly("Australian BioCommons");
    assertThat(values(gen3, Field.COUNTRY)).containsExactly("AU");

    Finding festival = read(json, "pages/utwente.json").one(RecordKind.EVENT, "925436");
    assertThat(values(festival, Field.STARTS_AT)).containsExactly("2023-11-09");
    assertThat(values(festival, Field.VENUE)).containsExactly("Waaier");
    assertThat(values(festival, Field.KEYWORDS))
        .containsExactly("Conferences & Symposia, Festivals, Lectures");

    assertThat(read(json, "pages/uva.json").findings).hasSize(9);
    Finding swc = read(json, "pages/carpentries_swc.json").findings.getFirst();
    assertThat(values(swc, Field.COUNTRY)).containsExactly("KE");
    assertThat(values(swc, Field.ENDS_AT)).containsExactly("2024-08-01");
    assertThat(swc.facts()).noneMatch(f -> f.value().contains("Kimachas"));
    Finding endNote = read(json, "pages/libcal.json").findings.getFirst();
    assertThat(values(endNote, Field.STARTS_AT)).containsExactly("2022-01-10T13:00");
    assertThat(values(endNote, Field.ATTENDANCE)).containsExactly("online");
    assertThat(endNote.facts()).noneMatch(f -> f.value().contains("Vermunt"));
  }
}
