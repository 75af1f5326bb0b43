package eu.metacluster.opendata.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.support.ProductTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The public pages by which the data are found and explained are HTML as the standard has it. */
@ProductTest
@Import(OpenGrid.class)
class HtmlTests {

  @Autowired OpenGrid grid;
  @Autowired MockMvcTester mvc;

  @Test
  void everyPageIsValid() throws Exception {
    GridRecord project =
        grid.project(
            "VALID" + OpenGrid.number(),
            "A \"valid\" <page> & more 🧬",
            Finding.Fact.of(Field.SUMMARY, "About </script> it & <b>more</b>"));
    List<String> pages =
        List.of(
            "/data",
            "/data/api",
            "/data/embed?q=valid&kind=project",
            "/dumps",
            "/catalog",
            "/sparql",
            "/sparql?query=SELECT%20*%20WHERE%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%203",
            "/embed/list?q=valid",
            "/embed/map",
            "/embed/figure?by=country",
            project.path(),
            "/grid?q=valid");
    List<String> wrong = new ArrayList<>();
    try (HtmlChecker checker = new HtmlChecker()) {
      assertThat(checker.errors("<!DOCTYPE html><p></div>")).isNotEmpty();
      for (String path : pages) {
        for (String language : List.of("en", "fr")) {
          for (String error : checker.errors(page(path, language))) {
            wrong.add(path + " (" + language + "): " + error);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private String page(String path, String language) {
    var answer =
        mvc.get()
            .uri(java.net.URI.create(path))
            .header("Accept", "text/html")
            .header("Accept-Language", language)
            .exchange()
            .getResponse();
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
