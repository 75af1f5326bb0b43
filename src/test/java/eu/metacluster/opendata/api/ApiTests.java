package eu.metacluster.opendata.api;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.support.ProductTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ProductTest
@Import(OpenGrid.class)
class ApiTests {

  @Autowired OpenGrid grid;
  @Autowired JsonMapper json;
  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aRecordHasItsFactsPartnersAndClaimsByIdAndByAddress() throws Exception {
    GridRecord project =
        grid.project("RECORD", "A record \"quoted\"", fact(Field.START_DATE, "2024-05-01"));

    JsonNode byId = get("/api/v1/records/" + project.id());
    JsonNode byAddress = get("/api/v1/records" + project.path());

    assertThat(byAddress).isEqualTo(byId);
    assertThat(byId.path("title").asString()).isEqualTo("A record \"quoted\"");
    assertThat(byId.at("/facts/startDate").asString()).isEqualTo("2024-05-01");
    assertThat(byId.path("participations")).hasSize(2);
    assertThat(byId.path("claims")).hasSize(3);
    JsonNode claims = get("/api/v1/records/" + project.id() + "/claims");
    assertThat(claims.at("/claims/0/confirmedAt").asString()).startsWith("2026-01-01");
    assertThat(claims.at("/sources/0/attribution").asString()).isEqualTo("From Register of RECORD");
  }

  @Test
  void onlyTheAskedPartsAreSent() throws Exception {
    GridRecord project = grid.project("SPARSE", "Sparse", fact(Field.START_DATE, "2024-05-01"));

    JsonNode sparse = get("/api/v1/records/" + project.id() + "?fields=title,facts.startDate");

    assertThat(sparse.propertyNames()).containsExactlyInAnyOrder("id", "title", "facts");
    assertThat(sparse.path("facts").propertyNames()).containsExactly("startDate");
  }

  @Test
  void pagingWhileRecordsComeAndGoMissesAndRepeatsNothing() throws Exception {
    List<GridRecord> stay = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      stay.add(grid.thing(RecordKind.NEWS, "Staying " + i));
    }
    GridRecord goes = grid.thing(RecordKind.NEWS, "Going");
    List<String> seen = new ArrayList<>();
    String next = "/api/v1/records?kind=news&limit=2&fields=title";
    int pages = 0;
    while (next != null) {
      JsonNode page = get(next);
      page.path("records").forEach(record -> seen.add(record.path("id").asString()));
      next = page.has("next") ? page.path("next").asString() : null;
      if (pages++ == 1) {
        grid.withdraw(goes);
        grid.thing(RecordKind.NEWS, "Coming");
      }
    }

    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen).containsAll(stay.stream().map(r -> r.id().toString()).toList());
  }

  @Test
  void whoReadsTheChangesKnowsWhatIsThereAtAnyTime() throws Exception {
    Map<String, JsonNode> copy = new LinkedHashMap<>();
    String next = follow("/api/v1/changes?records=true&limit=50", copy);
    GridRecord stays = grid.project("STAYS", "It stays");
    GridRecord goes = grid.project("GOES", "It goes");
    next = follow(next, copy);
    assertThat(copy).containsKeys(stays.id().toString(), goes.id().toString());

    grid.withdraw(goes);
    follow(next, copy);

    assertThat(copy).containsKey(stays.id().toString()).doesNotContainKey(goes.id().toString());
    assertThat(copy.keySet()).isEqualTo(all());
  }

  /** Applies changes to a copy until there are none; each record comes once on the way. */
  private String follow(String from, Map<String, JsonNode> copy) throws Exception {
    Set<String> met = new HashSet<>();
    String next = from;
    boolean more = true;
    while (more) {
      JsonNode page = get(next);
      for (JsonNode change : page.path("changes")) {
        String id = change.path("id").asString();
        assertThat(met.add(id)).as("met once").isTrue();
        if (change.path("deleted").asBoolean()) {
          assertThat(change.has("record")).isFalse();
          copy.remove(id);
        } else {
          copy.put(id, change.path("record"));
        }
      }
      more = page.path("more").asBoolean();
      next = page.path("next").asString();
    }
    return next;
  }

  private Set<String> all() throws Exception {
    Set<String> ids = new HashSet<>();
    String next = "/api/v1/records?fields=id&limit=500";
    while (next != null) {
      JsonNode page = get(next);
      page.path("records").forEach(record -> ids.add(record.path("id").asString()));
      next = page.has("next") ? page.path("next").asString() : null;
    }
    return ids;
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void whatIsKnownIsNotSentAgainUntilItChanges() throws Exception {
    GridRecord project = grid.project("TAGGED", "Tagged");
    for (String path :
        List.of(
            "/api/v1/records/" + project.id(),
            "/api/v1/records?limit=3",
            "/api/v1/search?q=tagged",
            "/api/v1/sources",
            "/api/v1/openapi.json")) {
      HttpResponse<String> first = send(path);
      HttpResponse<String> second = send(path, "If-None-Match", tag(first));
      for (int i = 0;
          second.statusCode() == 200 && !tag(second).equals(tag(first)) && i < 50;
          i++) {
        Thread.sleep(100); // the index of the grid was still moving on
        first = second;
        second = send(path, "If-None-Match", tag(first));
      }
      assertThat(second.statusCode()).as(path).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("no-cache");
      assertThat(first.headers().allValues("Set-Cookie")).isEmpty();
    }
    String tag = send("/api/v1/records/" + project.id()).headers().firstValue("ETag").orElseThrow();
    grid.withdraw(project);
    assertThat(send("/api/v1/records/" + project.id(), "If-None-Match", tag).statusCode())
        .isEqualTo(410);
  }

  @Test
  void aPageIsGivenAgainAsItWasUntilSomethingChanges() throws Exception {
    GridRecord first = grid.thing(RecordKind.PRACTICE, "Given again " + OpenGrid.number());
    String path = "/api/v1/records?kind=practice&fields=title&limit=500";
    HttpResponse<String> made = send(path, "Cookie", "SESSION=somebody");
    HttpResponse<String> again = send(path);
    assertThat(again.body()).isEqualTo(made.body()).contains(first.id().toString());
    assertThat(without(again)).isEqualTo(without(made));
    assertThat(again.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(again.headers().firstValueAsLong("RateLimit-Remaining").orElseThrow())
        .isLessThan(made.headers().firstValueAsLong("RateLimit-Remaining").orElseThrow());
    assertThat(sameTagPacked(path)).isTrue();

    grid.withdraw(first);
    Thread.sleep(150);
    assertThat(send(path).body()).doesNotContain(first.id().toString());
    assertThat(send(path).body()).doesNotContain(first.id().toString());
    GridRecord second = grid.thing(RecordKind.PRACTICE, "Then there " + OpenGrid.number());
    Thread.sleep(150);
    assertThat(send(path).body()).contains(second.id().toString());
  }

  /** Now and then something of no concern is noted in the journal between the two. */
  private boolean sameTagPacked(String path) throws Exception {
    boolean same = false;
    for (int i = 0; i < 5 && !same; i++) {
      Optional<String> plain = send(path).headers().firstValue("ETag");
      Optional<String> packed = send(path, "Accept-Encoding", "gzip").headers().firstValue("ETag");
      same = packed.isPresent() && packed.equals(plain);
    }
    return same;
  }

  private static Map<String, List<String>> without(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new LinkedHashMap<>(answer.headers().map());
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("date") || name.startsWith(":"));
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("etag"));
    headers
        .keySet()
        .removeIf(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("ratelimit"));
    return headers;
  }

  @Test
  void whatIsNotPublicDoesNotExistHowEverItIsAskedFor() throws Exception {
    long source = grid.source("Secret register");
    String grant = OpenGrid.number();
    GridRecord hidden =
        grid.put(
            source,
            OpenGrid.finding(
                RecordKind.PROJECT,
                grant,
                Scheme.GRANT,
                List.of(),
                OpenGrid.facts("HIDDEN", "Hidden " + grant)));
    String nothing = send("/api/v1/records/" + UUID.randomUUID()).body();
    for (String path :
        List.of(
            "/api/v1/records/" + hidden.id(),
            "/api/v1/records" + hidden.path(),
            "/api/v1/records/" + hidden.id() + "/claims",
            "/api/v1/organisations/" + hidden.id() + "/participations")) {
      HttpResponse<String> answer = send(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.headers().firstValue("ETag")).isEmpty();
      assertThat(withoutPath(answer.body())).isEqualTo(withoutPath(nothing));
      assertThat(send(path, "If-None-Match", "*").statusCode()).isEqualTo(404);
      assertThat(head(path).statusCode()).isEqualTo(404);
    }
    assertThat(all()).doesNotContain(hidden.id().toString());
    assertThat(send("/api/v1/search?q=" + grant).body()).contains("\"total\":0");
  }

  private String withoutPath(String body) {
    return body.replaceAll("\"instance\":\"[^\"]*\"", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/v1/records?limit=0                    | 400 | MC-1804
          /api/v1/records?limit=1000000              | 400 | MC-1804
          /api/v1/records?after=nonsense             | 400 | MC-1805
          /api/v1/participations?after=nonsense      | 400 | MC-1805
          /api/v1/records?fields=title,secrets       | 400 | MC-1806
          /api/v1/records?kind=unicorn               | 400 | MC-1808
          /api/v1/records?colour=red                 | 400 | MC-1801
          /api/v1/search?colour=red                  | 400 | MC-1801
          /api/v1/search?page=-1                     | 400 | MC-1809
          /api/v1/changes?since=yesterday            | 400 | MC-1809
          /api/v1/changes?since=99999999999999999999 | 400 | MC-1809
          /api/v1/records/unicorns/x                 | 404 | MC-1802
          /api/v1/records/not-an-id                  | 404 | MC-1802
          /api/v1/nothing/here                       | 404 | MC-1802
          /api/v2/records                            | 404 | MC-1802
          """)
  void whatCannotBeAnsweredIsAProblemWithACode(String path, int status, String code)
      throws Exception {
    HttpResponse<String> answer = send(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = json.readTree(answer.body());
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
  }

  @Test
  void longAndStrangeQuestionsGetAnAnswer() throws Exception {
    StringBuilder many = new StringBuilder("/api/v1/search?limit=1");
    for (int i = 0; i < 900; i++) {
      many.append("&country=%E2%98%83").append(i);
    }
    assertThat(send(many.toString()).statusCode()).isEqualTo(200);
    for (int i = 0; i < 2_000; i++) {
      many.append("&country=").append(i);
    }
    assertThat(send(many.toString()).body()).contains("\"code\":\"MC-1005\"");
    assertThat(send("/api/v1/search?q=%F0%9F%A7%AC%20%D8%A7%20%22").statusCode()).isEqualTo(200);
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(base() + "/api/v1/records"))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isIn(403, 405);
  }

  @Test
  void searchNarrowsByTheFacetsOfThePage() throws Exception {
    GridRecord project = grid.project("FACETS", "Narrowed", fact(Field.PILLAR, "early-detection"));

    JsonNode found = get("/api/v1/search?q=narrowed&pillar=early-detection&kind=project");

    assertThat(found.path("records").get(0).path("id").asString())
        .isEqualTo(project.id().toString());
    assertThat(found.at("/facets/pillar").get(0).path("value").asString())
        .isEqualTo("early-detection");
  }

  @Test
  void programsOfOtherSitesMayReadAndSeeHowMuchRoomIsLeft() throws Exception {
    HttpResponse<String> answer = send("/api/v1/sources", "Origin", "https://elsewhere.example");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.headers().firstValueAsLong("RateLimit-Remaining").orElseThrow())
        .isLessThan(answer.headers().firstValueAsLong("RateLimit-Limit").orElseThrow());
    HttpRequest preflight =
        HttpRequest.newBuilder(URI.create(base() + "/api/v1/records"))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", "https://elsewhere.example")
            .header("Access-Control-Request-Method", "GET")
            .build();
    assertThat(client.send(preflight, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
  }

  @Test
  void participationsAreTheSameFromBothSides() throws Exception {
    GridRecord project = grid.project("PARTS", "With partners");
    JsonNode record = get("/api/v1/records/" + project.id());
    String organisation = record.at("/participations/0/organisation/id").asString();

    JsonNode parts = get("/api/v1/organisations/" + organisation + "/participations");

    assertThat(parts.path("participations")).hasSize(1);
    assertThat(parts.at("/participations/0/project/id").asString())
        .isEqualTo(project.id().toString());
    assertThat(parts.at("/participations/0/contribution").decimalValue())
        .isEqualByComparingTo("125000.5");
  }

  private static Finding.Fact fact(Field field, String value) {
    return Finding.Fact.of(field, value);
  }

  private String base() {
    return "http://localhost:" + port;
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = send(path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> send(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> head(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(base() + path)).HEAD().build(), BodyHandlers.ofString());
  }
}
