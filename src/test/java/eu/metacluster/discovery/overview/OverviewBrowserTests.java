package eu.metacluster.discovery.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.metacluster.discovery.Plot;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.support.Browser;
import eu.metacluster.support.ProductTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** From a cell of the overview to its records, to one of them, to a comparison, to the network. */
@ProductTest
class OverviewBrowserTests {

  @Autowired ApplicationContext product;
  @LocalServerPort int port;

  private final String word = "qj" + Plot.number();

  @BeforeEach
  void twoProjects() {
    Plot plot = new Plot(product);
    Finding clinic = Plot.organisation(Plot.number(), "Klinik " + word, "LT", "LT011");
    Finding other = Plot.organisation(Plot.number(), "Institut " + word, "IE", "IE061");
    String first = Plot.number();
    String second = Plot.number();
    plot.stated(
        clinic, other, project(first, List.of(clinic, other)), project(second, List.of(clinic)));
    plot.published(first);
    plot.published(second);
  }

  private Finding project(String grant, List<Finding> partners) {
    return Plot.project(
        grant,
        Map.of(
            Field.TITLE, "Vorhaben " + word + " " + grant,
            Field.PILLAR, "diagnosis",
            Field.TECHNOLOGY, "genomics",
            Field.CANCER, "lung",
            Field.START_DATE, "2024-02-01"),
        partners);
  }

  @ParameterizedTest
  @CsvSource({"true, 1280", "false, 390"})
  void oneGetsFromAFigureToItsRecordsAndOn(boolean script, int width) {
    Page page = new Browser(port).window(script, width, ColorScheme.LIGHT);
    page.navigate("/overview?q=" + word);
    page.click("section[aria-labelledby=subjects] td.mc-heat a");
    assertThat(page.url()).contains("/grid?", "technology=genomics", "cancer=lung");
    assertThat(page.locator("[role=status] >> text=2 found").count()).isEqualTo(1);
    for (int at = 0; at < 2; at++) {
      page.locator("input[name=with]").nth(at).check();
    }
    page.click(".mc-compare-line button");
    assertThat(page.url()).contains("/compare?with=");
    assertThat(page.locator(".mc-compare thead th").count()).isEqualTo(3);
    assertThat(page.locator("section[aria-labelledby=common]").innerText())
        .contains("Genomics", "Klinik " + word);
    page.click(".mc-compare-common a");
    assertThat(page.locator("h1").innerText()).contains("Klinik " + word);
    page.click("a[href$='/network']");
    page.locator(".mc-network a").first().focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/organisations/**");
    assertThat(page.locator("h1").innerText()).contains("Institut " + word);
    page.context().close();
  }
}
