package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.support.ProductTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** While much is still to be taken in, pages say so, and no file is sent that is short. */
@ProductTest
class BehindTests {

  private static final String SAID = "The search index is being built";

  @Autowired MockMvcTester mvc;
  @Autowired Backlog backlog;

  private final String word = Plot.number();

  @AfterEach
  void caughtUp() {
    backlog.begun(Long.MAX_VALUE / 2);
  }

  @Test
  void pagesSayThatRecordsAreMissing() {
    backlog.begun(Long.MIN_VALUE / 2);
    for (String page : List.of("/grid?q=", "/organisations?q=", "/map?q=", "/overview?q=")) {
      assertThat(mvc.get().uri(page + word)).as(page).hasStatusOk().bodyText().contains(SAID);
    }
    caughtUp();
    for (String page : List.of("/grid?q=a", "/map?q=a", "/overview?q=a")) {
      assertThat(mvc.get().uri(page + word)).as(page).hasStatusOk().bodyText().doesNotContain(SAID);
    }
  }

  @Test
  void noFileIsShort() {
    backlog.begun(Long.MIN_VALUE / 2);
    for (String file : List.of("/grid.csv", "/grid.xlsx", "/grid.json", "/grid.jsonl")) {
      assertThat(mvc.get().uri(file))
          .as(file)
          .hasStatus(503)
          .doesNotContainHeader("Content-Disposition")
          .bodyText()
          .contains("MC-1692");
    }
    caughtUp();
    assertThat(mvc.get().uri("/grid.csv")).hasStatusOk();
  }
}
