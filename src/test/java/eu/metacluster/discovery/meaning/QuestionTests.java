package eu.metacluster.discovery.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.support.ProductTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.MultiValueMap;

/** Questions in plain words find what they mean, once the vectors are there. */
@ProductTest
class QuestionTests {

  private static final String QUESTION =
      "who trains sniffer canines to notice malignant growths by scent";

  private static final String DOGS = Plot.number();
  private static final String BREAD = Plot.number();

  @Autowired ApplicationContext product;
  @Autowired GridSearch search;
  @Autowired MeaningMaker maker;
  @Autowired NearestMeanings meanings;
  private Plot plot;

  @BeforeEach
  void twoProjects() {
    plot = new Plot(product);
    Finding place = Plot.organisation(Plot.number(), "A kennel", "FI", "FI1B1");
    plot.stated(
        place,
        project(
            DOGS,
            "Dogs smell tumours",
            "We teach dogs to detect cancer in patients from the odour of breath and urine.",
            place),
        project(BREAD, "Sourdough fermentation", "Yeast strains for rye bread bakeries.", place));
    plot.published(DOGS);
    plot.published(BREAD);
  }

  private static Finding project(String grant, String title, String text, Finding partner) {
    return Plot.project(grant, Map.of(Field.TITLE, title, Field.SUMMARY, text), List.of(partner));
  }

  private static GridQuery asking(String words) {
    return GridQuery.of(MultiValueMap.fromSingleValue(Map.of("q", words)));
  }

  private List<String> titles(Found found) {
    return found.rows().stream().map(Row::title).toList();
  }

  @Test
  void aQuestionFindsWhatItMeansAndNeverWaitsForTheModel()
      throws IOException, InterruptedException {
    meanings.forget();
    long before = System.nanoTime();
    Found atFirst = search.find(asking(QUESTION));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(500));
    assertThat(atFirst.hint().byMeaning()).as("words alone while nothing is ready").isFalse();

    assertThat(maker.make()).isPositive();
    Found found = search.find(asking(QUESTION));
    assertThat(found.hint().byMeaning()).isTrue();
    assertThat(titles(found)).startsWith("Dogs smell tumours").doesNotContain("Sourdough");
    assertThat(found.of(Facet.COUNTRY)).contains(new Found.Count("FI", found.total()));
    assertThat(search.find(asking(QUESTION).with(Facet.COUNTRY, "MT")).total()).isZero();
    assertThat(search.find(asking("\"" + QUESTION + "\"")).hint().byMeaning())
        .as("quoted words are looked for as they are")
        .isFalse();

    assertThat(maker.make()).as("the same text is not read twice").isZero();
    plot.reopened(DOGS);
    assertThat(titles(search.find(asking(QUESTION))))
        .as("what is not public any more is not found, though its vector is still there")
        .doesNotContain("Dogs smell tumours");
  }
}
