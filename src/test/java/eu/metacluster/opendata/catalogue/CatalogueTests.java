package eu.metacluster.opendata.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.opendata.rdf.RdfForm;
import eu.metacluster.support.ProductTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The catalogue and single records over HTTP, in the form that is asked for. */
@ProductTest
@Import(OpenGrid.class)
class CatalogueTests {

  @Autowired OpenGrid grid;
  @Autowired Catalogue catalogue;
  @Autowired Quality quality;
  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> get(String path, String accept) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (!accept.isEmpty()) {
      request.header("Accept", accept);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Model read(HttpResponse<String> answer, Lang lang) {
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(
        model,
        new ByteArrayInputStream(answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        lang);
    return model;
  }

  @Test
  void whoAsksGetsTheFormThatIsLikedBest() throws Exception {
    grid.project("CATALOGUE", "In the catalogue");
    Map<String, String> types =
        Map.of(
            "", "text/turtle",
            "*/*", "text/turtle",
            "application/rdf+xml", "application/rdf+xml",
            "application/ld+json;q=0.9, application/n-triples;q=0.4", "application/ld+json",
            "image/png, application/n-triples", "application/n-triples",
            "text/html,application/xhtml+xml,*/*;q=0.8", "text/html");
    for (Map.Entry<String, String> each : types.entrySet()) {
      HttpResponse<String> answer = get("/catalog", each.getKey());
      assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith(each.getValue());
      assertThat(answer.headers().allValues("Vary"))
          .anyMatch(v -> v.toLowerCase(Locale.ROOT).startsWith("accept"));
    }
    for (RdfForm form : RdfForm.values()) {
      HttpResponse<String> answer = get("/catalog." + form.ending(), "image/png");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(read(answer, form.format().getLang()).size()).isGreaterThan(50);
    }
  }

  @Test
  void whoAcceptsNothingOfItIsToldWhatThereIs() throws Exception {
    for (String accept :
        new String[] {
          "image/png", ";;;,,,q=", "text/turtle;q=0", "text/turtle;q=NaN", "a/b;".repeat(2000)
        }) {
      HttpResponse<String> answer = get("/catalog", accept);
      assertThat(answer.statusCode()).as(accept).isEqualTo(406);
      assertThat(answer.body()).startsWith("MC-1851").contains("text/turtle");
    }
    assertThat(get("/catalog.exe", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aRecordHasANameThatAnswersAsLongAsItIsPublic() throws Exception {
    GridRecord project = grid.project("NAMED-RDF", "Named <in> \"RDF\" & 🧬");
    String name = "/id/" + project.id();
    HttpResponse<String> turtle = get(name + ".ttl", "");
    Model model = read(turtle, Lang.TURTLE);
    assertThat(model.listObjects().toList().toString()).contains("Named <in> \"RDF\" & 🧬");
    for (RdfForm form : RdfForm.values()) {
      assertThat(
              read(get(name + "." + form.ending(), ""), form.format().getLang())
                  .isIsomorphicWith(model))
          .as(form.name())
          .isTrue();
    }
    HttpResponse<String> page = get(name, "text/html");
    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("Location")).contains(project.path());
    String tag = turtle.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + name + ".ttl"))
                .header("If-None-Match", tag)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(again.statusCode()).isEqualTo(304);

    grid.withdraw(project);
    assertThat(get(name, "text/turtle").statusCode()).isEqualTo(410);
    assertThat(get("/id/01950000-0000-7000-8000-000000000000", "").statusCode()).isEqualTo(404);
    assertThat(get("/id/nothing.ttl", "").statusCode()).isEqualTo(404);
  }

  @Test
  void theQualityIsMeasuredOverAllPoints() {
    grid.project("QUALITY", "Measured");
    QualityReport report = quality.of(catalogue.model());
    assertThat(report.dimensions().stream().mapToInt(QualityReport.Dimension::points).sum())
        .isEqualTo(405);
    assertThat(report.score()).isGreaterThan(220).isLessThanOrEqualTo(405);
  }
}
