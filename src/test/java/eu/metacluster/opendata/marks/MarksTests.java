package eu.metacluster.opendata.marks;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.support.ProductTest;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ProductTest
@Import(OpenGrid.class)
class MarksTests {

  @Autowired OpenGrid grid;
  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  @Test
  void aProjectsPageSaysWhatItIsInTheWordsOfSchemaOrg() {
    GridRecord project =
        grid.project(
            "MARKED",
            "Marked </script><b>\"quoted\" & more",
            Finding.Fact.of(Field.START_DATE, "2024-05-01"),
            Finding.Fact.of(Field.CONTRIBUTION, "1000"));

    Document page = page(project.path());
    List<JsonNode> blocks = blocks(page);

    JsonNode thing = blocks.getFirst();
    assertThat(thing.path("@type").asString()).isEqualTo("ResearchProject");
    assertThat(thing.path("name").asString()).isEqualTo(project.title());
    assertThat(thing.path("member")).hasSize(2);
    assertThat(thing.at("/funding/amount/value").asInt()).isEqualTo(1000);
    assertThat(blocks.get(1).path("@type").asString()).isEqualTo("BreadcrumbList");
    assertThat(meta(page, "og:title")).isEqualTo(project.title());
    assertThat(page.select("link[rel=canonical]").attr("href")).endsWith(project.path());
    assertThat(page.select("link[rel=alternate][type=application/atom+xml]").attr("href"))
        .endsWith("/follow.atom?record=" + project.path());
    assertThat(page.select("body b")).noneMatch(b -> b.text().contains("quoted"));
  }

  @ParameterizedTest
  @CsvSource({"EVENT,Event", "CALL,MonetaryGrant", "NEWS,NewsArticle", "OUTPUT,CreativeWork"})
  void eachKindHasItsType(RecordKind kind, String type) {
    GridRecord record = grid.thing(kind, "A thing of kind " + kind);
    assertThat(blocks(page(record.path())).getFirst().path("@type").asString()).isEqualTo(type);
  }

  @Test
  void theGridAsAWholeIsADataset() {
    assertThat(blocks(page("/data")).getFirst().path("@type").asString()).isEqualTo("Dataset");
    assertThat(page("/grid").select("link[type=application/atom+xml]")).hasSize(1);
  }

  @Test
  void thePageSaysWhereItsOtherFormsAre() {
    GridRecord project = grid.project("SIGNPOST", "Signposted");
    for (int i = 0; i < 2; i++) {
      String links =
          String.valueOf(mvc.get().uri(project.path()).exchange().getResponse().getHeader("Link"));
      assertThat(links)
          .contains("rel=\"cite-as\"", "<https://schema.org/ResearchProject>; rel=\"type\"")
          .contains("/api/v1/records" + project.path() + ">; rel=\"describedby\"")
          .contains("https://spdx.org/licenses/CC-BY-4.0>; rel=\"license\"", "rel=\"item\"");
    }
  }

  @Test
  void embedsStandInFramesWithoutScriptAndNothingElseDoes() {
    grid.project("EMBEDDED", "Embedded");
    for (String kind : List.of("list", "map", "figure")) {
      MockHttpServletResponse answer =
          mvc.get().uri("/embed/" + kind + "?q=embedded").exchange().getResponse();
      assertThat(answer.getStatus()).isEqualTo(200);
      assertThat(answer.getHeader("Content-Security-Policy"))
          .contains("frame-ancestors *", "script-src 'none'");
      assertThat(answer.getHeader("X-Frame-Options")).isNull();
      assertThat(answer.getHeader("Set-Cookie")).isNull();
      Document page = Jsoup.parse(content(answer));
      assertThat(page.select("script")).isEmpty();
      assertThat(page.text()).contains("Metacluster live grid");
    }
    MockHttpServletResponse other = mvc.get().uri("/data/embed").exchange().getResponse();
    assertThat(other.getHeader("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(other.getHeader("X-Frame-Options")).isEqualTo("DENY");
    assertThat(content(other)).contains("&lt;iframe src=");
  }

  private Document page(String path) {
    MockHttpServletResponse answer = mvc.get().uri(path).exchange().getResponse();
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return Jsoup.parse(content(answer));
  }

  private static String content(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private List<JsonNode> blocks(Document page) {
    List<JsonNode> blocks = new ArrayList<>();
    for (Element block : page.select("head script[type=application/ld+json]")) {
      blocks.add(json.readTree(block.data()));
    }
    return blocks;
  }

  private static String meta(Document page, String property) {
    return page.select("meta[property=" + property + "]").attr("content");
  }
}
