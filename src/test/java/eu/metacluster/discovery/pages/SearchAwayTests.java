package eu.metacluster.discovery.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.journal.Followers;
import eu.metacluster.support.OnOpenSearch;
import eu.metacluster.support.OpenSearchProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.MultiValueMap;

/** A server that goes away: a sentence in the meantime, and nothing to do when it is back. */
@OnOpenSearch
class SearchAwayTests {

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;
  @Autowired GridSearch search;
  @Autowired Followers followers;
  @Autowired Lifecycle lifecycle;

  private final String grant = Plot.number();
  private final String other = Plot.number();

  @Test
  void theSearchSaysSoAndComesBackByItself() throws IOException {
    Plot plot = new Plot(product);
    Finding place = Plot.organisation(Plot.number(), "A hospital", "LV", "LV006");
    plot.stated(place, project(grant, place), project(other, place));
    plot.published(grant);
    String address = plot.record(grant).path();
    OpenSearchProcess server = OpenSearchProcess.shared();
    server.close();
    try {
      for (String page : List.of("/grid?q=" + grant, "/map?q=" + grant, "/suggest?q=" + grant)) {
        assertThat(mvc.get().uri(page)).as(page).hasStatus(503);
      }
      assertThat(mvc.get().uri("/grid?q=" + grant))
          .bodyText()
          .contains("MC-1690", "comes back by itself")
          .doesNotContain("MC-1000");
      assertThat(mvc.get().uri(address)).hasStatusOk();
      assertThat(mvc.get().uri("/"))
          .hasStatusOk()
          .bodyText()
          .contains("MC-1690", "comes back by itself", "/members")
          .doesNotContain("MC-1000");
      lifecycle.publish(List.of(plot.record(other).id()), Map.of(), Plot.DECISION);
      assertThat(followers.awaitCaughtUp(Duration.ofMillis(300))).isFalse();
    } finally {
      server.start();
    }

    assertThat(mvc.get().uri("/grid?q=" + grant)).hasStatusOk().bodyText().contains(address);
    assertThat(mvc.get().uri("/")).hasStatusOk().bodyText().doesNotContain("MC-1690");
    assertThat(followers.awaitCaughtUp(Duration.ofSeconds(90))).isTrue();
    assertThat(found(other)).as("what was decided meanwhile").isPositive();
  }

  private long found(String words) {
    return search.find(GridQuery.of(MultiValueMap.fromSingleValue(Map.of("q", words)))).total();
  }

  private static Finding project(String grant, Finding place) {
    return Plot.project(grant, Map.of(Field.TITLE, "Of the server " + grant), List.of(place));
  }
}
