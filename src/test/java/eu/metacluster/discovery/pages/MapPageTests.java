package eu.metacluster.discovery.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.discovery.pages.AtlasChoice.Measure;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.support.ProductTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The map tells countries and regions by their names, and what has no place as well. */
@ProductTest
class MapPageTests {

  private static final Pattern ROW = Pattern.compile("<th scope=\"row\">(?:<a [^>]*>)?([^<]+)");

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;

  private final String word = "qz" + Plot.number();

  @BeforeEach
  void aProjectAllOverEurope() {
    Plot plot = new Plot(product);
    List<Finding> partners =
        new ArrayList<>(
            List.of(
                organisation("DE", "DE300"),
                organisation("AT", "AT130"),
                organisation("ES", "ES511"),
                organisation("EE", "EE001"),
                organisation("SE", "SE110"),
                Plot.placeless(Plot.number(), "Nowhere " + word)));
    String grant = Plot.number();
    Finding project = Plot.project(grant, Map.of(Field.TITLE, "Across " + word), partners);
    partners.add(project);
    plot.stated(partners.toArray(Finding[]::new));
    plot.published(grant);
  }

  private Finding organisation(String country, String nuts) {
    return Plot.organisation(Plot.number(), country + " clinic " + word, country, nuts);
  }

  private String map(String more, Locale language) throws Exception {
    return mvc.get()
        .uri("/map?q=" + word + more)
        .header("Accept-Language", language.getLanguage())
        .exchange()
        .getResponse()
        .getContentAsString();
  }

  private static List<String> rows(String page) {
    List<String> rows = new ArrayList<>();
    Matcher row = ROW.matcher(page);
    while (row.find()) {
      rows.add(row.group(1).strip());
    }
    return rows;
  }

  @Test
  void countriesAreSortedByTheirNamesInTheReadersLanguage() throws Exception {
    assertThat(rows(map("&order=name", Locale.ENGLISH)))
        .containsExactly(
            "Austria", "Estonia", "Germany", "Spain", "Sweden", "EU-wide or no place stated");
    assertThat(rows(map("&order=name", Locale.FRENCH)))
        .containsExactly(
            "Allemagne",
            "Autriche",
            "Espagne",
            "Estonie",
            "Suède",
            "Toute l'UE ou lieu non indiqué");
  }

  @Test
  void regionsHaveNamesInTheTableAndOnTheirCircles() throws Exception {
    String page = map("&table=regions&order=name", Locale.ENGLISH);
    assertThat(rows(page))
        .containsExactly(
            "Berlin", "Cataluña", "Eesti", "Stockholm", "Wien", "EU-wide or no place stated");
    assertThat(page)
        .contains("role=\"img\" aria-label=\"Berlin, Germany: 1 organisation\"")
        .contains("<title>Wien, Austria: 1 organisation</title>")
        .contains("6 organisations in 5 countries, 1 project");
  }

  @Test
  void regionsAreOfTheLevelThatIsChosen() throws Exception {
    assertThat(rows(map("&table=nuts1&order=name", Locale.ENGLISH)))
        .contains("Ostösterreich", "Este", "EU-wide or no place stated")
        .doesNotContain("Wien");
    String fine = map("&table=nuts3&order=name", Locale.ENGLISH);
    assertThat(rows(fine)).contains("Barcelona", "Stockholms län").doesNotContain("Cataluña");
    assertThat(fine)
        .contains("Circles: regions (NUTS 3)", "No boundaries of regions are loaded here")
        .contains("Countries of Europe shaded by");
  }

  @Test
  void theWayItIsLookedAtSurvivesAClickOnAFilter() throws Exception {
    String page = map("&show=projects&order=name&table=regions", Locale.ENGLISH);
    assertThat(page)
        .containsPattern(
            "class=\"mc-option\" href=\"/map\\?q="
                + word
                + "&amp;country=DE&amp;show=projects&amp;order=name&amp;table=regions\"")
        .contains("name=\"show\" value=\"projects\"")
        .contains("name=\"table\" value=\"regions\"");
  }

  @Test
  void whatHasNoPlaceCanBeAskedFor() throws Exception {
    String page =
        mvc.get()
            .uri("/grid?q=" + word + "&country=none")
            .exchange()
            .getResponse()
            .getContentAsString();
    assertThat(page).contains("Nowhere " + word, "1 found").doesNotContain("Across " + word);
  }

  @Test
  void nothingAndNotStatedDiffer() {
    AtlasView.Line nothing = new AtlasView.Line("XK", "Kosovo", "", 1, 0, BigDecimal.ZERO);
    AtlasView.Line unstated = new AtlasView.Line("CH", "Switzerland", "", 3, 2, BigDecimal.ZERO);
    assertThat(Measure.CONTRIBUTION.of(nothing)).isEqualTo(BigDecimal.ZERO);
    assertThat(Measure.CONTRIBUTION.of(unstated)).isNull();
  }
}
