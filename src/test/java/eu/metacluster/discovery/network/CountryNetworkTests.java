package eu.metacluster.discovery.network;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.charts.Ties;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Shell;
import eu.metacluster.support.ProductTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriComponentsBuilder;

/** Countries meet in projects; each figure is that of the list it leads to. */
@ProductTest
class CountryNetworkTests {

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;
  @Autowired GridSearch search;
  @Autowired Shell shell;

  private final String call = "TIES-" + Plot.number();
  private final String finn = Plot.number();
  private Plot plot;

  @BeforeEach
  void threeProjects() {
    plot = new Plot(product);
    Finding fi = Plot.organisation(finn, "Meri " + finn, "FI", "FI1B1");
    Finding other = Plot.organisation(Plot.number(), "Järvi " + finn, "FI", "FI1C1");
    Finding dk = Plot.organisation(Plot.number(), "Fjord " + finn, "DK", "DK011");
    Finding cz = Plot.organisation(Plot.number(), "Les " + finn, "CZ", "CZ010");
    Finding no = Plot.placeless(Plot.number(), "Nowhere " + finn);
    plot.stated(
        fi, other, dk, cz, no, project(fi, dk, cz), project(fi, other, dk, no), project(fi, other));
    grants.forEach(plot::published);
  }

  private final List<String> grants = List.of(Plot.number(), Plot.number(), Plot.number());
  private int next;

  private Finding project(Finding... partners) {
    String grant = grants.get(next++);
    return Plot.project(
        grant, Map.of(Field.TITLE, "Ties " + grant, Field.CALL, call), List.of(partners));
  }

  private GridQuery ours() {
    return GridQuery.EVERYTHING.with(Facet.CALL, call);
  }

  private Ties ties() {
    return CountryNetwork.of(search, ours(), shell.page(Language.EN));
  }

  @Test
  void twoMeetInEveryProjectInWhichBothHaveAPartner() {
    Map<String, Long> counts =
        ties().table().lines().stream()
            .collect(
                Collectors.toMap(
                    line -> line.label(),
                    line -> Objects.requireNonNull(line.whole().value()).longValue()));
    assertThat(counts).hasSize(3).containsValue(2L);
    assertThat(ties().table().lines().getFirst().label()).contains("Finland", "Denmark");
    assertThat(ties().table().lines().getFirst().whole().value()).isEqualTo("2");
    assertThat(ties().knots())
        .extracting(Ties.Knot::label)
        .containsExactly("Czechia", "Denmark", "Finland");
    assertThat(ties()).as("always the same").isEqualTo(ties());
  }

  @Test
  void everyFigureIsThatOfItsList() {
    for (Chart.Line line : ties().table().lines()) {
      GridQuery list =
          GridQuery.of(
              UriComponentsBuilder.fromUriString(
                      java.net.URLDecoder.decode(
                          Objects.requireNonNull(line.whole().href()).replace("+", " "),
                          java.nio.charset.StandardCharsets.UTF_8))
                  .build()
                  .getQueryParams());
      assertThat(search.find(list).total())
          .as(line.label())
          .isEqualTo(Objects.requireNonNull(line.whole().value()).longValue());
    }
  }

  @Test
  void everythingOnTheGridIsAlsoCountedAsItsListsAre() {
    Ties all = CountryNetwork.of(search, GridQuery.EVERYTHING, shell.page(Language.EN));
    assertThat(all.table().lines()).isNotEmpty();
    Set<List<Long>> places = new HashSet<>();
    all.knots().forEach(knot -> places.add(List.of(Math.round(knot.x()), Math.round(knot.y()))));
    assertThat(places).as("no two in one place").hasSameSizeAs(all.knots());
    assertThat(all.knots()).allMatch(knot -> knot.x() > 0 && knot.x() < Ties.WIDTH);
    assertThat(all.knots()).allMatch(knot -> knot.y() > 0 && knot.y() < Ties.HEIGHT);
  }

  @Test
  void itIsAPageAndThreeFiles() throws IOException {
    assertThat(text("/overview/network?call=" + call))
        .contains("<line class=", "Finland", "q=country%3A")
        .contains("/overview/network.csv?call=" + call);
    assertThat(text("/overview/network.csv?call=" + call)).startsWith("\uFEFFcode,label,projects");
    assertThat(text("/overview/network.svg?call=" + call))
        .contains("<circle", "<line", ">Finland</text>");
    MockHttpServletResponse png = get("/overview/network.png?call=" + call);
    assertThat(ImageIO.read(new ByteArrayInputStream(png.getContentAsByteArray())).getWidth())
        .isGreaterThan(Ties.WIDTH);
    assertThat(text("/overview/network?call=nothing-" + call)).doesNotContain("<line class=");
  }

  @Test
  void anOrganisationsNetworkIsThreeFilesToo() throws IOException {
    String path = plot.record(finn).path() + "/network";
    assertThat(text(path)).contains(path + "/partners.svg", path + "/partners.png");
    assertThat(text(path + "/partners.csv")).contains("Fjord " + finn + ",2", "Les " + finn + ",1");
    assertThat(text(path + "/partners.svg")).contains("<circle", "Fjord");
    assertThat(
            ImageIO.read(
                new ByteArrayInputStream(get(path + "/partners.png").getContentAsByteArray())))
        .isNotNull();
  }

  private String text(String address) throws java.io.UnsupportedEncodingException {
    return get(address).getContentAsString();
  }

  private MockHttpServletResponse get(String address) {
    return mvc.get().uri(java.net.URI.create(address)).exchange().getResponse();
  }
}
