package eu.metacluster.discovery.overview;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.pages.Listing;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Shell;
import eu.metacluster.support.ProductTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Every figure of the overview is the number of records that its link lists, whatever is asked. */
@ProductTest
class OverviewTests {

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;
  @Autowired GridSearch search;
  @Autowired Shell shell;

  private final String word = "qv" + Plot.number();
  private final String hidden = Plot.number();
  private Plot plot;

  @BeforeEach
  void someProjects() {
    plot = new Plot(product);
    List<Finding> findings = new ArrayList<>();
    Finding bulgarian = organisation(findings, "BG", "BG411");
    Finding german = organisation(findings, "DE", "DE300");
    Finding placeless = Plot.placeless(Plot.number(), "Nowhere " + word);
    findings.add(placeless);
    List<String> grants = new ArrayList<>();
    grants.add(
        project(
            findings,
            Map.of(
                Field.PILLAR, "diagnosis",
                Field.TECHNOLOGY, "genomics",
                Field.CANCER, "lung",
                Field.START_DATE, "2021-03-01",
                Field.CONTRIBUTION, "250000"),
            List.of(bulgarian, german)));
    grants.add(
        project(
            findings,
            Map.of(
                Field.PILLAR, "treatment",
                Field.TECHNOLOGY, "genomics",
                Field.CANCER, "breast",
                Field.START_DATE, "2023-03-01"),
            List.of(german)));
    grants.add(project(findings, Map.of(Field.PILLAR, "diagnosis"), List.of(placeless)));
    findings.add(
        Plot.project(
            hidden,
            Map.of(
                Field.TITLE, "Verborgen " + word,
                Field.PILLAR, "prevention",
                Field.START_DATE, "2019-01-01",
                Field.CONTRIBUTION, "9000000"),
            List.of(organisation(findings, "FR", "FR101"))));
    plot.stated(findings.toArray(Finding[]::new));
    grants.forEach(plot::published);
  }

  private Finding organisation(List<Finding> findings, String country, String nuts) {
    Finding made = Plot.organisation(Plot.number(), country + " clinic " + word, country, nuts);
    findings.add(made);
    return made;
  }

  private String project(List<Finding> findings, Map<Field, String> facts, List<Finding> partners) {
    String grant = Plot.number();
    Map<Field, String> all = new TreeMap<>(facts);
    all.put(Field.TITLE, "Vorhaben " + word);
    findings.add(Plot.project(grant, all, partners));
    return grant;
  }

  private Overview overview(String question) {
    GridQuery query = query("/overview?" + question);
    return Overview.of(
        search,
        new Listing("/overview", null, Map.of(), query, search.find(query, 1), List.of()),
        shell.page(Language.EN),
        false);
  }

  private static GridQuery query(String address) {
    MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
    UriComponentsBuilder.fromUriString(address)
        .build()
        .getQueryParams()
        .forEach(
            (name, values) ->
                values.forEach(
                    value ->
                        all.add(
                            name,
                            java.net.URLDecoder.decode(
                                value, java.nio.charset.StandardCharsets.UTF_8))));
    return GridQuery.of(all);
  }

  private static List<Chart> charts(Overview overview) {
    List<Chart> charts = new ArrayList<>(overview.charts());
    charts.add(overview.kinds());
    charts.add(overview.participation().chart());
    return charts;
  }

  @Test
  void everyFigureIsTheNumberOfRecordsThatItsLinkLists() {
    for (String question :
        List.of(
            "",
            "q=" + word,
            "q=" + word + "&country=DE",
            "q=" + word + "&country=BG&country=DE&pillar=diagnosis",
            "q=" + word + "&technology=genomics&year=2021&year=2023",
            "q=" + word + "&budget=unstated",
            "q=" + word + "&kind=organisation",
            "q=vorhabem+" + word,
            "kind=project&kind=organisation&cancer=lung&cancer=breast")) {
      check(question, overview(question));
    }
  }

  private void check(String question, Overview overview) {
    int links = 0;
    for (Chart chart : charts(overview)) {
      for (Chart.Line line : chart.lines()) {
        for (Chart.Cell cell : line.cells()) {
          links += check(question + " " + chart.name() + " " + line.label(), cell) ? 1 : 0;
        }
      }
    }
    for (Participation.Group group : overview.participation().groups()) {
      check(question + " " + group.word(), group.records());
    }
    check(question + " stated", overview.stated());
    assertThat(links).as(question).isPositive();
  }

  private boolean check(String what, Chart.Cell cell) {
    String href = cell.href();
    if (href != null) {
      assertThat(search.find(query(href), 1).total())
          .as(what + " " + href)
          .isEqualTo(Objects.requireNonNull(cell.value()).longValue());
    }
    return href != null;
  }

  private static Chart.Line line(Overview overview, String chart, String code) {
    return overview.chart(chart).orElseThrow().lines().stream()
        .filter(line -> line.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static List<Long> figures(Chart.Line line) {
    return line.cells().stream().map(cell -> (long) cell.amount()).toList();
  }

  @Test
  void whatIsThereAndWhatIsMissingAreCounted() {
    Overview overview = overview("q=" + word);
    assertThat(overview.census().total()).isEqualTo(3);
    assertThat(figures(line(overview, "years", "2021"))).startsWith(1L, 0L, 0L, 1L, 0L);
    assertThat(line(overview, "years", "2022").whole().none()).as("a year without").isTrue();
    assertThat(line(overview, "subjects", "genomics").whole().amount()).isEqualTo(2);
    assertThat(line(overview, "subjects", "surgery").cells()).allMatch(Chart.Cell::none);
    assertThat(line(overview, "countries", "DE").whole().amount()).isEqualTo(2);
    assertThat(line(overview, "countries", "RO").whole().none()).isTrue();
    assertThat(overview.census().money().euros()).isEqualByComparingTo("250000");
    assertThat(overview.census().money().silent()).isEqualTo(2);
    assertThat(line(overview, "money", "2023").whole().value()).as("not stated").isNull();
    assertThat(overview.participation().groups().getFirst().missing())
        .contains("Romania")
        .doesNotContain("Bulgaria");
  }

  @Test
  void whatIsNotPublicCountsNowhere() {
    assertThat(charts(overview("q=" + word)))
        .allSatisfy(
            chart ->
                assertThat(chart.lines())
                    .noneMatch(line -> line.code().equals("2019") || line.label().equals("2019")));
    assertThat(line(overview("q=" + word), "countries", "FR").whole().none()).isTrue();
    plot.published(hidden);
    assertThat(line(overview("q=" + word), "years", "2019").whole().amount()).isEqualTo(1);
    plot.reopened(hidden);
    assertThat(line(overview("q=" + word), "countries", "FR").whole().none()).isTrue();
  }

  @Test
  void aChartIsTakenAlongAsPictureAndTable() throws Exception {
    for (String chart : List.of("years", "subjects", "countries", "money", "kinds")) {
      MockHttpServletResponse svg = get("/overview/" + chart + ".svg?q=" + word);
      assertThat(svg.getContentType()).isEqualTo("image/svg+xml");
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getContentAsByteArray()));
      BufferedImage png =
          ImageIO.read(
              new ByteArrayInputStream(
                  get("/overview/" + chart + ".png?q=" + word).getContentAsByteArray()));
      assertThat(png.getWidth()).isEqualTo(2000);
      assertThat(colours(png)).as(chart + " is not blank").isGreaterThan(10);
    }
    MockHttpServletResponse csv = get("/overview/years.csv?q=" + word);
    assertThat(csv.getHeader(HttpHeaders.CONTENT_DISPOSITION)).contains("years-", ".csv");
    assertThat(csv.getContentAsString())
        .startsWith("\uFEFFcode,label,records,prevention,early_detection,diagnosis,")
        .contains("2021,2021,1,0,0,1,0,0,0")
        .contains("2022,2022,0,0,0,0,0,0,0");
    assertThat(get("/overview/nothing.csv").getStatus()).isEqualTo(404);
  }

  private static long colours(BufferedImage image) {
    return java.util.stream.IntStream.range(0, image.getHeight())
        .flatMap(
            y -> java.util.stream.IntStream.range(0, image.getWidth()).map(x -> image.getRGB(x, y)))
        .distinct()
        .count();
  }

  private MockHttpServletResponse get(String address) {
    return mvc.get().uri(java.net.URI.create(address)).exchange().getResponse();
  }

  @Test
  void thePageSaysItInBothLanguagesAndKeepsTheQuestion() throws Exception {
    String english = get("/overview?q=" + word + "&country=DE").getContentAsString();
    assertThat(english)
        .contains("Technologies by cancer", "Other member states", "Country: Germany")
        .contains("/overview/subjects.svg?q=" + word + "&amp;country=DE")
        .contains("href=\"/grid?q=" + word + "&amp;kind=project&amp;country=DE");
    String french =
        mvc.get()
            .uri("/overview?q=" + word)
            .header("Accept-Language", "fr")
            .exchange()
            .getResponse()
            .getContentAsString();
    assertThat(french).contains("Technologies par cancer", "État membre de l'élargissement");
    assertThat(get("/overview?q=zzzznothinghere" + word).getContentAsString())
        .contains("Nothing matches all of this");
  }
}
