package eu.metacluster.discovery.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.metacluster.discovery.Plot;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.support.Browser;
import eu.metacluster.support.ProductTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Seen from near, the map has a point for each organisation, or a number for several. */
@ProductTest
class MapNearTests {

  private static final String MUNICH = "48.1372,11.5755";

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;
  @LocalServerPort int port;

  private final String word = "qn" + Plot.number();
  private Plot plot;
  private String pic;

  @BeforeEach
  void organisationsInTwoCities() {
    plot = new Plot(product);
    pic = Plot.number();
    List<Finding> all =
        new ArrayList<>(
            List.of(
                Plot.at(pic, "Spree " + word, "DE", "DE300", "52.52,13.405"),
                somebody("Isar one", "DE212", MUNICH),
                somebody("Isar two", "DE212", MUNICH),
                somebody("Isar three", "DE212", MUNICH),
                somebody("Isar nearly", "DE212", null),
                somebody("Somewhere", "", null)));
    String grant = Plot.number();
    all.add(Plot.project(grant, Map.of(Field.TITLE, "Between " + word), all));
    plot.stated(all.toArray(Finding[]::new));
    plot.published(grant);
  }

  private Finding somebody(String name, String nuts, @Nullable String point) {
    return Plot.at(Plot.number(), name + " " + word, "DE", nuts, point);
  }

  private String map(String more) throws Exception {
    return mvc.get().uri("/map?q=" + word + more).exchange().getResponse().getContentAsString();
  }

  private static List<String> points(String page) {
    Matcher found = Pattern.compile("<title>([^<]+)</title></circle>").matcher(page);
    return found.results().map(one -> one.group(1)).toList();
  }

  /** Where the number of several leads. */
  private static String inside(String page) {
    Matcher link =
        Pattern.compile("<a href=\"([^\"]+)\"[^>]*><circle class=\"mc-point mc-point-many")
            .matcher(page);
    assertThat(link.find()).as("there is a number").isTrue();
    return link.group(1).replace("&amp;", "&");
  }

  @Test
  void aCountryShowsItsOrganisationsWhereTheyAre() throws Exception {
    String page = map("&at=DE");
    assertThat(points(page)).containsExactly("4 organisations", "Spree " + word);
    assertThat(page)
        .contains("href=\"" + plot.record(pic).path() + "\"")
        .contains("6 organisations here", "Isar two " + word, "Somewhere " + word)
        .contains("1 of them says no address")
        .contains("No data on the place of 1 organisation within Germany")
        .contains("aria-current=\"true\">Germany");
    assertThat(points(map("&at=DE3"))).containsExactly("Spree " + word);
  }

  @Test
  void severalAtOnePlaceStayANumberThatLeadsToTheTable() throws Exception {
    String address = inside(map("&at=DE2"));
    for (int step = 0; step < 12 && !address.startsWith("#"); step++) {
      String page = mvc.get().uri(address).exchange().getResponse().getContentAsString();
      assertThat(points(page)).contains("4 organisations");
      assertThat(page).contains("Isar three " + word).doesNotContain("Spree " + word);
      address = inside(page);
    }
    assertThat(address).isEqualTo("#map-table");
  }

  @Test
  void noneIsSomethingElseThanNoData() throws Exception {
    assertThat(map("&at=IE")).contains("None: nobody").doesNotContain("No data on the place");
    assertThat(points(map("&at=IE"))).isEmpty();
  }

  @Test
  void theViewIsInTheAddressAndStaysWhenFiltered() throws Exception {
    String page = map("&at=DE&show=projects");
    assertThat(page)
        .contains("kind=project&amp;show=projects&amp;at=DE")
        .contains("name=\"at\" value=\"DE\"");
    assertThat(map("")).contains("at=DE\"").contains("at=DE2");
  }

  private String file(String kind, String more) throws Exception {
    var answer = mvc.get().uri("/map." + kind + "?q=" + word + more).exchange();
    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getHeader("Content-Disposition")).contains("map-", "." + kind);
    return answer.getResponse().getContentAsString();
  }

  @Test
  void theMapIsTakenAlongAsItIsChosen() throws Exception {
    assertThat(map("&show=projects&per=million"))
        .contains("href=\"/map.csv?q=" + word + "&amp;show=projects&amp;per=million\" rel");
    assertThat(file("csv", "&show=projects&per=million"))
        .startsWith("\uFEFFcode,label,organisations,projects,contribution,projects_per_million")
        .containsPattern("\nDE,Germany,6,1,6000\\.00,0\\.01[0-9]+\r?\n");
    assertThat(file("csv", "&table=regions"))
        .startsWith("\uFEFFcode,label,group,organisations,projects,contribution")
        .contains("DE21,Oberbayern,Germany,4,1,");
    assertThat(file("svg", "&show=projects"))
        .contains("<title>Map: Projects</title>", "Natural Earth, public domain", "show=projects")
        .containsPattern("<path d=\"M[^\"]+Z\" fill=\"#b0cde4\"");
    byte[] png =
        mvc.get().uri("/map.png?q=" + word).exchange().getResponse().getContentAsByteArray();
    var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(2000);
    assertThat(image.getRGB(714, 1100) & 0xFFFFFF).as("Germany is shaded").isEqualTo(0xb0cde4);
  }

  @Test
  void aPartOfTheMapIsTakenAlongWithEveryOrganisation() throws Exception {
    assertThat(map("&at=DE")).contains("href=\"/map.csv?q=" + word + "&amp;at=DE\"");
    assertThat(file("csv", "&at=DE"))
        .startsWith("\uFEFFcode,label,group,projects,contribution")
        .contains(plot.record(pic).handle() + ",Spree " + word + ",Berlin,1,")
        .contains("Isar one", "Isar two", "Isar three", "Isar nearly", "Somewhere");
    assertThat(file("svg", "&at=DE")).contains("Organisations as points: Germany", ">4</text>");
    assertThat(file("csv", "&at=DE3")).contains("Spree").doesNotContain("Isar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"zz", "DE'%22><script>", "-1,2,3", "999999999,1,1", "1,1,1,1", "US", "9,9,0", ""})
  void whatNobodyCanLookAtIsTheWholeMapOrAPartOfIt(String at) throws Exception {
    var answer = mvc.get().uri("/map?q=" + word + "&at=" + at).exchange();
    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getContentAsString()).doesNotContain("<script>");
  }

  @Test
  void withoutJavaScriptOneLinkAfterTheOtherLeadsNearer() {
    Page page = new Browser(port).window(false, 390, ColorScheme.LIGHT);
    page.navigate("/map?q=" + word);
    page.click(".mc-atlas-table a:has-text('Germany')");
    assertThat(page.url()).contains("at=DE");
    page.click(".mc-steps a:has-text('Zoom in')");
    assertThat(page.url()).containsPattern("at=\\d+(\\.\\d)?(,|%2C)\\d+");
    page.click(".mc-trail a:has-text('Europe')");
    assertThat(page.url()).doesNotContain("at=");
    page.context().close();
  }

  @Test
  void theKeyboardReachesEveryPoint() {
    Page page = new Browser(port).window(true, 1280, ColorScheme.DARK);
    page.navigate("/map?at=DE&q=" + word);
    page.focus(".mc-steps a >> nth=-1");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.getAttribute('aria-label')").toString())
        .contains("4 organisations", "Zoom in");
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.contains("at=DE"));
    page.goBack();
    page.waitForURL(url -> url.contains("at=DE"));
    page.context().close();
  }
}
