package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.discovery.Plot;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.support.ProductTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** While much is still to be taken in, pages say so, and no file is sent that is short. */
@ProductTest
class BehindTests {

  private static final String SAID = "The search index is being built";

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;
  @Autowired Backlog backlog;
  @Autowired JdbcClient jdbc;

  private final String word = Plot.number();

  @AfterEach
  void caughtUp() {
    backlog.begun(Long.MAX_VALUE / 2);
  }

  /** The follower may take something in at this very moment; then another word is asked for. */
  private MvcTestResult whileBehind(String address) {
    MvcTestResult answer;
    int times = 0;
    do {
      backlog.begun(Long.MIN_VALUE / 2);
      answer = mvc.get().uri(address + word + times).exchange();
      times++;
    } while (!backlog.large() && times < 9);
    return answer;
  }

  @Test
  void pagesSayThatRecordsAreMissing() {
    for (String page :
        List.of(
            "/grid?q=",
            "/organisations?q=",
            "/map?q=",
            "/overview?q=",
            "/overview/network?q=",
            "/topics?q=",
            "/topics/pillar/diagnosis?q=",
            "/?q=")) {
      assertThat(whileBehind(page)).as(page).hasStatusOk().bodyText().contains(SAID);
    }
    caughtUp();
    for (String page : List.of("/grid?q=a", "/map?q=a", "/overview?q=a")) {
      assertThat(mvc.get().uri(page + word)).as(page).hasStatusOk().bodyText().doesNotContain(SAID);
    }
  }

  @Test
  void noFileIsShort() {
    for (String file :
        List.of(
            "/grid.csv?q=",
            "/grid.xlsx?q=",
            "/grid.json?q=",
            "/grid.jsonl?q=",
            "/overview/kinds.csv?q=",
            "/overview/network.svg?q=",
            "/topics/pillar/diagnosis/since.png?q=",
            "/map.csv?q=",
            "/map.svg?at=DE&q=")) {
      assertThat(whileBehind(file))
          .as(file)
          .hasStatus(503)
          .doesNotContainHeader("Content-Disposition")
          .bodyText()
          .contains("MC-1692");
    }
    caughtUp();
    assertThat(mvc.get().uri("/grid.csv")).hasStatusOk();
  }

  @Test
  void theNetworkOfAnOrganisationSaysSoAndItsFilesWait() {
    Plot plot = new Plot(product);
    String grant = Plot.number();
    Finding place = Plot.organisation(word, "Behind " + word, "AT", "AT130");
    plot.stated(
        place,
        Plot.project(
            grant,
            Map.of(Field.TITLE, "Behind " + grant, Field.START_DATE, "2024-01-01"),
            List.of(place)));
    plot.published(grant);
    String network = plot.record(word).path() + "/network";
    assertThat(whileBehind(network + "?x=")).hasStatusOk().bodyText().contains(SAID);
    for (String file : List.of("/years.csv?x=", "/partners.svg?x=", "/cancer-time.png?x=")) {
      assertThat(whileBehind(network + file))
          .as(file)
          .hasStatus(503)
          .bodyText()
          .contains("MC-1692");
    }
    caughtUp();
    assertThat(mvc.get().uri(network)).hasStatusOk().bodyText().doesNotContain(SAID);
    assertThat(mvc.get().uri(network + "/partners.csv")).hasStatusOk();
  }

  @Test
  void aSearchCanBeFollowedMeanwhile() {
    String reader = "blind" + word + "@example.org";
    backlog.begun(Long.MIN_VALUE / 2);
    assertThat(
            mvc.post()
                .uri("/follow")
                .with(csrf())
                .param("search", "q=" + word)
                .param("email", reader)
                .exchange())
        .hasStatusOk();
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from discovery.follow o join discovery.follower f
                      on f.id = o.follower where f.email = ?""")
                .param(reader)
                .query(Long.class)
                .single())
        .isOne();
  }
}
