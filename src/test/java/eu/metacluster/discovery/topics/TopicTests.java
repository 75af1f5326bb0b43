package eu.metacluster.discovery.topics;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Shell;
import eu.metacluster.support.ProductTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A topic's page counts what is public about it and says what is missing. */
@ProductTest
class TopicTests {

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;
  @Autowired Topics topics;
  @Autowired GridSearch search;
  @Autowired Shell shell;

  private final String grant = Plot.number();
  private final String pic = Plot.number();
  private final String topic = "thing" + Plot.number();
  private Plot plot;

  @BeforeEach
  void aProjectOnATopicOfItsOwn() {
    plot = new Plot(product);
    Finding clinic = Plot.organisation(pic, "Klinik " + pic, "EE", "EE001");
    plot.stated(
        clinic,
        Plot.project(
            grant,
            Map.of(
                Field.TITLE, "Vorhaben " + grant,
                Field.PILLAR, "diagnosis",
                Field.TECHNOLOGY, topic,
                Field.CANCER, "lung",
                Field.START_DATE, "2024-02-01"),
            List.of(clinic)));
    plot.published(grant);
  }

  private Topic topic() {
    return topics.find(Facet.TECHNOLOGY, topic, shell.page(Language.EN)).orElseThrow();
  }

  @Test
  void whatExistsAndWhatIsMissing() {
    Topic found = topic();
    assertThat(found.census().total()).isEqualTo(1);
    assertThat(found.organisations()).isEqualTo(1);
    assertThat(found.where()).extracting(count -> count.value()).containsExactly("EE");
    assertThat(found.who()).extracting(Topic.Who::name).containsExactly("Klinik " + pic);
    assertThat(found.newest()).extracting(row -> row.title()).containsExactly("Vorhaben " + grant);
    assertThat(found.charts())
        .extracting(Chart::name)
        .containsExactly("since", "pillars", "cancers");
    assertThat(gap(found, "widening")).contains("Romania").doesNotContain("Estonia");
    assertThat(gap(found, "cancers")).contains("Breast").doesNotContain("Lung");
  }

  private static List<String> gap(Topic topic, String key) {
    return topic.missing().stream()
        .filter(gap -> gap.key().equals(key))
        .findFirst()
        .orElseThrow()
        .names();
  }

  @Test
  void whatIsNotPublicMakesNoTopic() {
    plot.reopened(grant);
    assertThat(topics.find(Facet.TECHNOLOGY, topic, shell.page(Language.EN))).isEmpty();
    assertThat(get("/topics/technology/" + topic).getStatus()).isEqualTo(404);
    assertThat(topics.find(Facet.TECHNOLOGY, "surgery", shell.page(Language.EN)))
        .as("the codebook knows it, with or without projects")
        .isPresent();
    plot.published(grant);
  }

  @Test
  void pagesAndFilesAnswerAndWhatNobodyKnowsIsADesigned404() throws Exception {
    assertThat(get("/topics").getContentAsString())
        .contains("/topics/technology/" + topic, "Liquid biopsy");
    String page = get("/topics/technology/" + topic).getContentAsString();
    assertThat(page)
        .contains("What is missing", "Romania", "/grid?kind=project&amp;technology=" + topic)
        .contains("/topics/technology/" + topic + "/cancers.png");
    assertThat(get("/topics/technology/" + topic + "/cancers.csv").getContentAsString())
        .contains("lung,Lung,1", "breast,Breast,0");
    assertThat(get("/topics/technology/" + topic + "/since.png").getContentType())
        .isEqualTo("image/png");
    assertThat(get(plot.record(grant).path()).getContentAsString())
        .contains("href=\"/topics/cancer/lung\"");
    for (String nothing :
        List.of("/topics/technology/no-such", "/topics/country/DE", "/topics/cancer/%00%1F")) {
      MockHttpServletResponse answer = get(nothing);
      assertThat(answer.getStatus()).as(nothing).isIn(400, 404);
    }
    assertThat(get("/topics/technology/no-such").getContentAsString()).contains("MC-1602");
  }

  private MockHttpServletResponse get(String address) {
    return mvc.get().uri(URI.create(address)).exchange().getResponse();
  }
}
