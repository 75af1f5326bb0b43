package eu.metacluster.discovery.compare;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Shell;
import eu.metacluster.support.ProductTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Side by side stands what is public; what is shared and what differs is said in words. */
@ProductTest
class CompareTests {

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;
  @Autowired Comparisons comparisons;
  @Autowired Shell shell;

  private final String one = Plot.number();
  private final String other = Plot.number();
  private final String secret = Plot.number();
  private final String both = Plot.number();
  private final String single = Plot.number();
  private Plot plot;

  @BeforeEach
  void someRecords() {
    plot = new Plot(product);
    Finding shared = Plot.organisation(both, "Both " + both, "NL", "NL329");
    Finding alone = Plot.organisation(single, "Alone " + single, "PT", "PT170");
    plot.stated(
        shared,
        alone,
        Plot.project(
            one,
            Map.of(
                Field.TITLE, "First " + one,
                Field.TECHNOLOGY, "genomics",
                Field.CANCER, "lung",
                Field.STATUS, "SIGNED"),
            List.of(shared, alone)),
        Plot.project(
            other,
            Map.of(
                Field.TITLE, "Second " + other,
                Field.TECHNOLOGY, "genomics",
                Field.CANCER, "breast",
                Field.STATUS, "SIGNED"),
            List.of(shared)),
        Plot.project(secret, Map.of(Field.TITLE, "Unseen " + secret), List.of(shared)));
    plot.published(one);
    plot.published(other);
  }

  private Comparison compare(String... paths) {
    return comparisons.of(List.of(paths), "", shell.page(Language.EN));
  }

  private String path(String number) {
    return plot.record(number).path();
  }

  private MockHttpServletResponse get(String address) {
    return mvc.get().uri(URI.create(address)).exchange().getResponse();
  }

  @Test
  void whatIsSharedAndWhatDiffersIsTold() {
    Comparison comparison = compare(path(one), path(other));
    assertThat(comparison.shared().others())
        .extracting(each -> each.record().title())
        .containsExactly("Both " + both);
    assertThat(comparison.shared().subjects())
        .extracting(Comparison.Subject::value)
        .containsExactly("genomics");
    assertThat(line(comparison, Field.STATUS).same()).isTrue();
    assertThat(line(comparison, Field.CANCER).same()).isFalse();
    assertThat(comparison.figures().getFirst().values()).containsExactly("2", "1");
  }

  private static Comparison.Line line(Comparison comparison, Field field) {
    return comparison.groups().stream()
        .flatMap(group -> group.lines().stream())
        .filter(line -> line.field() == field)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void organisationsShareProjectsAndOnlyPublicOnes() {
    Comparison comparison = compare(path(both), path(single));
    assertThat(comparison.shared().others())
        .extracting(each -> each.record().title())
        .containsExactly("First " + one);
    assertThat(comparison.figures().getFirst().values())
        .as("the unseen project counts nowhere")
        .containsExactly("2", "1");
  }

  @Test
  void whatIsNotPublicIsLeftOutLikeWhatDoesNotExist() throws Exception {
    String hidden = path(secret);
    Comparison comparison = compare(path(one), hidden, "/projects/no-such", path(one), "x", " ");
    assertThat(comparison.records()).extracting(GridRecord::title).containsExactly("First " + one);
    assertThat(comparison.unknown()).containsExactly(hidden, "/projects/no-such", "x");
    String page = get("/compare?with=" + path(one) + "&with=" + hidden).getContentAsString();
    assertThat(page).contains("Not on the grid, and left out").doesNotContain("Unseen");
  }

  @Test
  void morethanFitIsSaidAndNothingIsAFault() throws Exception {
    String many =
        IntStream.range(0, 500)
            .mapToObj(i -> "with=/projects/v" + i)
            .collect(Collectors.joining("&"));
    for (String question :
        List.of(
            "",
            many,
            "with=&with=%00&with=%F0%9F%A7%AC&find=%22%22",
            "with=/projects/" + "x".repeat(5_000),
            "with=//&with=/projects/../x&with=%3Cscript%3Ealert(1)%3C/script%3E&find=*")) {
      MockHttpServletResponse answer = get("/compare?" + question);
      assertThat(answer.getStatus()).as(question).isEqualTo(200);
      assertThat(answer.getContentAsString()).doesNotContain("<script>alert");
    }
    Comparison five =
        compare(path(one), path(other), path(both), path(single), plot.published(secret).path());
    assertThat(five.records()).hasSize(Comparison.MOST);
    assertThat(five.dropped()).isTrue();
    plot.reopened(secret);
  }

  @Test
  void aListOffersItAndAPageOfOneFindsAnother() throws Exception {
    assertThat(get("/grid?q=" + one).getContentAsString())
        .contains("action=\"/compare\"", "name=\"with\" value=\"" + path(one));
    assertThat(get(path(one)).getContentAsString()).contains("/compare?with=" + path(one));
    assertThat(get("/compare?with=" + path(one) + "&find=" + other).getContentAsString())
        .contains("/compare?with=" + path(one) + "&amp;with=" + path(other));
    assertThat(get("/compare?with=" + path(one) + "&with=" + path(other)).getContentAsString())
        .contains("differs", "same", "In common", "Test register");
  }
}
