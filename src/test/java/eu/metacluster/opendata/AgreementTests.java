package eu.metacluster.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Sources;
import eu.metacluster.opendata.dumps.DumpForTests;
import eu.metacluster.support.ProductTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every road gives the same records with the same facts, and nothing that is not public. */
@ProductTest
@Import({OpenGrid.class, DumpForTests.class})
class AgreementTests {

  @Autowired OpenGrid grid;
  @Autowired DumpForTests dumps;
  @Autowired Sources sources;
  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  @Test
  void everyRoadGivesTheSameRecordByRecord() throws Exception {
    grid.project("AGREED", "All agree");
    grid.thing(RecordKind.NEWS, "News that all agree on");
    GridRecord withdrawn = grid.project("NOTAGREED", "Withdrawn before");
    grid.withdraw(withdrawn);
    long closed = grid.source("Register that keeps to itself");
    GridRecord kept =
        grid.put(
            closed,
            OpenGrid.finding(
                RecordKind.PROJECT,
                OpenGrid.number(),
                Scheme.GRANT,
                List.of(),
                OpenGrid.facts("KEPT", "Kept to itself")));
    grid.publish(kept);
    sources.allowPassingOn(closed, false, null);
    grid.settle();

    Map<String, JsonNode> api = api();
    Map<String, JsonNode> changes = changes();
    Map<String, JsonNode> dump = dump();

    assertThat(api).doesNotContainKeys(kept.id().toString(), withdrawn.id().toString());
    assertThat(api.keySet()).isNotEmpty();
    assertThat(changes).isEqualTo(api);
    assertThat(dump).isEqualTo(api);
    for (JsonNode record : api.values()) {
      JsonNode single = json.readTree(text("/api/v1/records/" + record.path("id").asString()));
      assertThat(single).isEqualTo(record);
    }
    Map<String, JsonNode> found = new HashMap<>();
    text("/grid.jsonl")
        .lines()
        .map(json::readTree)
        .forEach(record -> found.put(record.path("id").asString(), record));
    assertThat(found).isEqualTo(api);
    String sitemap = text("/sitemap.xml");
    StringBuilder places = new StringBuilder();
    java.util.regex.Matcher part =
        java.util.regex.Pattern.compile("(/sitemaps/[^<]+)</loc>").matcher(sitemap);
    while (part.find()) {
      places.append(text(part.group(1)));
    }
    api.values().forEach(r -> assertThat(places).contains(r.path("path").asString() + "<"));
    String search = text("/api/v1/search?q=" + kept.handle() + "&fields=title");
    assertThat(json.readTree(search).path("records")).isEmpty();
  }

  private Map<String, JsonNode> api() throws Exception {
    String fields =
        "url,position,modified,kind,handle,path,title,state,publishedAt,checkedOn,identifiers,"
            + "facts,participations,sources,claims";
    Map<String, JsonNode> found = new HashMap<>();
    String next = "/api/v1/records?limit=7&fields=" + fields;
    while (next != null) {
      JsonNode page = json.readTree(text(next));
      page.path("records").forEach(r -> found.put(r.path("id").asString(), r));
      next = page.has("next") ? path(page.path("next").asString()) : null;
    }
    return found;
  }

  private Map<String, JsonNode> changes() throws Exception {
    Map<String, JsonNode> found = new HashMap<>();
    JsonNode page = json.readTree(text("/api/v1/changes?records=true&limit=9"));
    while (true) {
      for (JsonNode change : page.path("changes")) {
        if (!change.path("deleted").asBoolean()) {
          found.put(change.path("id").asString(), change.path("record"));
        }
      }
      if (!page.path("more").asBoolean()) {
        return found;
      }
      page = json.readTree(text(path(page.path("next").asString())));
    }
  }

  private Map<String, JsonNode> dump() throws Exception {
    String version = dumps.make();
    byte[] bytes =
        mvc.get()
            .uri("/dumps/" + version + "/records.jsonl.gz")
            .exchange()
            .getResponse()
            .getContentAsByteArray();
    Map<String, JsonNode> found = new HashMap<>();
    String lines =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(),
            StandardCharsets.UTF_8);
    lines
        .lines()
        .forEach(
            line -> {
              JsonNode record = json.readTree(line);
              found.put(record.path("id").asString(), record);
            });
    return found;
  }

  private static String path(String address) {
    return address.replaceFirst("^https?://[^/]+", "");
  }

  private String text(String path) {
    MockHttpServletResponse answer =
        mvc.get().uri(java.net.URI.create(path)).exchange().getResponse();
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
