package eu.metacluster.opendata.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.support.ProductTest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Questions as anybody may ask them, the hostile ones included. */
@ProductTest
@Import(OpenGrid.class)
class SparqlTests {

  @Autowired OpenGrid grid;
  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> ask(String query, String accept) throws Exception {
    return client.send(
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:"
                        + port
                        + "/sparql?query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8)))
            .header("Accept", accept)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private boolean within(Duration time, String query, boolean expected) throws Exception {
    Instant end = Instant.now().plus(time);
    while (Instant.now().isBefore(end)) {
      if (ask(query, "text/csv").body().contains("true") == expected) {
        return true;
      }
      Thread.sleep(100);
    }
    return false;
  }

  @Test
  void aRecordIsThereWithinFiveSecondsAndGoneWithinFiveSeconds() throws Exception {
    GridRecord project = grid.project("SPARQL-ROAD", "Asked for in SPARQL 🧬");
    String query =
        "ASK { ?p a <https://schema.org/ResearchProject> ; <https://schema.org/name>"
            + " 'Asked for in SPARQL 🧬' ; <https://schema.org/member>/<https://schema.org/name> ?n }";
    assertThat(within(Duration.ofSeconds(5), query, true)).isTrue();
    grid.withdraw(project);
    assertThat(within(Duration.ofSeconds(5), query, false)).isTrue();
    String rest =
        "ASK { ?s ?p ?o FILTER(STRSTARTS(STR(?s), 'http://localhost:"
            + port
            + "/id/"
            + project.id()
            + "')) }";
    assertThat(ask(rest, "text/csv").body()).contains("false");
  }

  @Test
  void everyFormOfTheProtocolIsAnswered() throws Exception {
    grid.project("SPARQL-FORMS", "In all forms");
    String select = "SELECT ?s WHERE { ?s a <https://schema.org/ResearchProject> } LIMIT 1";
    for (String type :
        List.of(
            "application/sparql-results+json",
            "application/sparql-results+xml",
            "text/csv",
            "text/tab-separated-values")) {
      HttpResponse<String> answer = ask(select, type);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    }
    assertThat(
            ask("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t } LIMIT 5", "text/turtle")
                .headers()
                .firstValue("Content-Type")
                .orElse(""))
        .startsWith("text/turtle");
    HttpResponse<String> posted =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sparql"))
                .header("Content-Type", "application/sparql-query")
                .POST(HttpRequest.BodyPublishers.ofString(select))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(posted.statusCode()).isEqualTo(200);
    HttpResponse<String> form =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sparql"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "query=" + URLEncoder.encode(select, StandardCharsets.UTF_8)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(form.statusCode()).isEqualTo(200);
    HttpResponse<String> page = ask(select, "text/html");
    assertThat(page.body()).contains("<textarea").contains("<table");
  }

  @Test
  void whatIsNoQuestionIsRefusedWithASentence() throws Exception {
    Map<String, String> refused =
        Map.of(
            "",
            "MC-1860",
            "what?",
            "MC-1861",
            "INSERT DATA { <a:b> <a:c> <a:d> }",
            "MC-1862",
            "LOAD <file:///etc/passwd>",
            "MC-1862",
            "SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
            "MC-1862",
            "SELECT * WHERE { SERVICE <http://localhost/> { ?s ?p ?o } }",
            "MC-1862",
            "SELECT * WHERE { ?s ?p ?o FILTER EXISTS { SERVICE <http://localhost/> { ?s ?p ?q } } }",
            "MC-1862",
            "SELECT * WHERE { BIND(<\\u006aava:java.lang.System>(1) AS ?x) }",
            "MC-1862",
            "PREFIX j: <java:> SELECT * WHERE { BIND(j:x(1) AS ?x) }",
            "MC-1862",
            "SELECT * WHERE { " + "{".repeat(9000) + "}".repeat(9000) + "}",
            "MC-186");
    assertThat(ask("SELECT * WHERE { ?s ?p ?o FILTER REGEX(STR(?o), '(a+)+b') }", "*/*").body())
        .startsWith("MC-1866");
    for (Map.Entry<String, String> each : refused.entrySet()) {
      HttpResponse<String> answer = ask(each.getKey(), "text/csv");
      assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(400);
      assertThat(answer.body()).as(each.getKey()).startsWith(each.getValue());
    }
  }

  @Test
  void aQuestionThatNeverEndsIsCut() throws Exception {
    for (int i = 0; i < 3; i++) {
      grid.project("ENDLESS" + i, "Endless " + i);
    }
    String endless =
        "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }";
    Instant begin = Instant.now();
    HttpResponse<String> answer = ask(endless, "text/csv");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("MC-1863");
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
    HttpResponse<String> large =
        ask("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }", "application/sparql-results+json");
    assertThat(large.statusCode()).isEqualTo(400);
    assertThat(large.body()).startsWith("MC-186");
  }
}
