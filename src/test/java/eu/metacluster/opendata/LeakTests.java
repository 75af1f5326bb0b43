package eu.metacluster.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.support.ProductTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is not public cannot be told from what is not there: not by what is answered, not by its
 * headers, not by what the database is asked for.
 */
@ProductTest
@Import(OpenGrid.class)
class LeakTests {

  @Autowired OpenGrid grid;
  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  private final String word = "hidden" + OpenGrid.number();

  @Test
  void whatIsHiddenIsAnsweredLikeWhatIsNotThere() {
    GridRecord project =
        grid.put(
            grid.source("Register of " + word),
            OpenGrid.finding(
                RecordKind.PROJECT,
                OpenGrid.number(),
                eu.metacluster.grid.Identifier.Scheme.GRANT,
                List.of(),
                OpenGrid.facts("", "Project " + word, fact(Field.SUMMARY, word))));
    GridRecord event =
        grid.candidate(RecordKind.EVENT, "Event " + word, fact(Field.START_DATE, "2031-01-01"));
    try (Statements statements = new Statements()) {
      for (GridRecord record : List.of(project, event)) {
        String id = record.id().toString();
        String otherId = UUID.randomUUID().toString();
        String otherHandle = "x".repeat(record.handle().length());
        for (String path : addresses(record)) {
          String other = path.replace(id, otherId).replace(record.handle(), otherHandle);
          String hidden = answer(path, Map.of(id, "ID", record.handle(), "HANDLE"));
          int asked = statements.taken().size();
          String nowhere = answer(other, Map.of(otherId, "ID", otherHandle, "HANDLE"));
          assertThat(hidden).as(path).isEqualTo(nowhere);
          assertThat(asked).as(path).isEqualTo(statements.taken().size());
        }
      }
    }
  }

  private static List<String> addresses(GridRecord record) {
    String id = record.id().toString();
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/api/v1/records/" + id,
                "/api/v1/records/" + id + "/claims",
                "/api/v1/records/" + id + "?fields=title",
                "/api/v1/records" + record.path(),
                "/api/v1/organisations/" + id + "/participations",
                "/id/" + id,
                "/id/" + id + ".ttl",
                "/id/" + id + ".jsonld",
                "/id/" + id + ".rdf",
                "/id/" + id + ".nt",
                record.path(),
                record.path() + "/cite.bib",
                record.path() + "/cite.ris",
                record.path() + "/cite.json",
                "/oai?verb=ListMetadataFormats&identifier=oai:metacluster.localhost:" + id));
    for (String format : List.of("oai_dc", "oai_datacite", "oai_openaire")) {
      paths.add(
          "/oai?verb=GetRecord&metadataPrefix="
              + format
              + "&identifier=oai:metacluster.localhost:"
              + id);
    }
    return paths;
  }

  @Test
  void listsDoNotKnowTheWordsOfWhatIsHidden() {
    GridRecord event =
        grid.candidate(RecordKind.EVENT, "Event " + word, fact(Field.START_DATE, "2031-01-01"));
    String other = "absent" + "1".repeat(word.length() - 6);
    try (Statements statements = new Statements()) {
      for (String road :
          List.of(
              "/api/v1/search",
              "/grid.csv",
              "/grid.json",
              "/grid.jsonl",
              "/grid.atom",
              "/feeds/new.atom",
              "/feeds/new.rss",
              "/feeds/new.json",
              "/embed/list",
              "/embed/map",
              "/embed/figure")) {
        String found = answer(road + "?q=" + word, Map.of(word, "WORD"));
        int asked = statements.taken().size();
        String nothing = answer(road + "?q=" + other, Map.of(other, "WORD"));
        assertThat(found).as(road).isEqualTo(nothing);
        assertThat(asked).as(road).isEqualTo(statements.taken().size());
      }
    }
    String query =
        Roads.encoded("ASK { ?s ?p ?o FILTER(CONTAINS(STR(?s), '" + event.id() + "')) }");
    assertThat(body("/sparql?format=csv&query=" + query)).contains("false");
    for (String whole :
        List.of(
            "/calendar/events.ics",
            "/api/v1/changes?limit=500&since=" + Math.max(0, position() - 400),
            "/feeds/new.json")) {
      assertThat(body(whole)).doesNotContain(event.id().toString(), event.handle(), word);
    }
  }

  private long position() {
    return json.readTree(body("/api/v1/records?limit=1")).path("position").asLong();
  }

  @Test
  void aTagFromBeforeDoesNotHelpAfterwards() {
    GridRecord project = grid.project(word.toUpperCase(java.util.Locale.ROOT), "Seen " + word);
    String id = project.id().toString();
    Map<String, String> tags = new LinkedHashMap<>();
    for (String path :
        List.of(
            "/api/v1/records/" + id,
            "/api/v1/records" + project.path(),
            "/api/v1/records/" + id + "/claims",
            "/api/v1/search?q=" + word,
            "/api/v1/changes?limit=500&since=" + Math.max(0, position() - 400),
            "/api/v1/organisations/" + partner(id) + "/participations",
            "/feeds/new.atom",
            "/feeds/new.json?q=" + word,
            sitemap(project),
            "/id/" + id + ".ttl",
            "/id/" + id + ".jsonld",
            project.path())) {
      String tag = get(path).getHeader("ETag");
      if (tag != null) {
        tags.put(path, tag);
      }
    }
    assertThat(tags).hasSizeGreaterThan(8);

    grid.withdraw(project);

    tags.forEach(
        (path, tag) -> {
          MockHttpServletResponse again =
              mvc.get().uri(URI.create(path)).header("If-None-Match", tag).exchange().getResponse();
          assertThat(again.getStatus()).as(path).isIn(200, 404, 410);
          assertThat(text(again)).as(path).doesNotContain("Seen " + word);
        });
    for (String path : List.of("/api/v1/records/" + id, "/id/" + id + ".ttl")) {
      MockHttpServletResponse any =
          mvc.get().uri(URI.create(path)).header("If-None-Match", "*").exchange().getResponse();
      assertThat(any.getStatus()).as(path).isEqualTo(410);
    }
  }

  /** The part of the sitemap in which this record is. */
  private String sitemap(GridRecord record) {
    java.util.regex.Matcher part =
        java.util.regex.Pattern.compile("(/sitemaps/[^<]+)</loc>").matcher(body("/sitemap.xml"));
    while (part.find()) {
      if (body(part.group(1)).contains(record.path() + "<")) {
        return part.group(1);
      }
    }
    throw new AssertionError("not on the sitemap");
  }

  private String partner(String project) {
    return json.readTree(body("/api/v1/records/" + project))
        .at("/participations/0/organisation/id")
        .asString();
  }

  @Test
  void cachesAskAgainAndTellApartWhatDiffers() {
    GridRecord project = grid.project("CACHED" + word, "Cached " + word);
    Map<String, String> varies = new LinkedHashMap<>();
    varies.put("/api/v1/records?limit=1", "Accept-Encoding");
    varies.put("/api/v1/search?q=" + word, "Accept-Encoding");
    varies.put("/feeds/new.atom", "Accept-Language");
    varies.put("/calendar/events.ics", "Accept-Language");
    varies.put("/catalog", "Accept");
    varies.put("/id/" + project.id(), "Accept");
    varies.put("/sparql?query=ASK%7B%7D", "Accept");
    varies.forEach(
        (path, header) -> {
          MockHttpServletResponse answer = get(path);
          assertThat(answer.getHeaders("Vary")).as(path).anyMatch(v -> v.contains(header));
          assertThat(String.valueOf(answer.getHeader("Cache-Control")))
              .as(path)
              .containsAnyOf("no-cache", "no-store");
          assertThat(answer.getHeaders("Set-Cookie")).as(path).isEmpty();
        });
  }

  private static Finding.Fact fact(Field field, String value) {
    return Finding.Fact.of(field, value);
  }

  /** Status, headers and body, with what was asked for taken out. */
  private String answer(String path, Map<String, String> names) {
    MockHttpServletResponse answer = get(path);
    StringBuilder all = new StringBuilder().append(answer.getStatus()).append('\n');
    answer.getHeaderNames().stream()
        .filter(name -> !name.startsWith("RateLimit") && !name.equals("Content-Length"))
        .sorted()
        .forEach(name -> all.append(name).append(answer.getHeaders(name)).append('\n'));
    String text = all.append(text(answer)).toString();
    for (Map.Entry<String, String> name : names.entrySet()) {
      text = text.replace(name.getKey(), name.getValue());
    }
    return text.replaceAll("<(responseDate|updated)>[^<]*<", "<$1><")
        .replaceAll("W/\"[^\"]*\"", "TAG")
        .replaceAll("nonce-[A-Za-z0-9+/=_-]+", "nonce");
  }

  private MockHttpServletResponse get(String path) {
    return mvc.get().uri(URI.create(path)).exchange().getResponse();
  }

  private String body(String path) {
    return text(get(path));
  }

  private static String text(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
