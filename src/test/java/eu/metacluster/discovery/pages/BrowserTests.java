package eu.metacluster.discovery.pages;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.metacluster.discovery.Plot;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.support.Axe;
import eu.metacluster.support.Browser;
import eu.metacluster.support.ProductTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The public pages in a real browser, without and with JavaScript. */
@ProductTest
class BrowserTests {

  private static final String GRANT = Plot.number();
  private static final String PIC = Plot.number();

  @Autowired ApplicationContext product;
  @LocalServerPort int port;
  private Plot plot;

  @BeforeEach
  void someRecords() {
    plot = new Plot(product);
    Finding clinic = Plot.organisation(PIC, "Clinic of " + PIC, "NL", "NL329");
    plot.stated(
        clinic,
        Plot.project(
            GRANT,
            Map.of(
                Field.TITLE, "A browsable thing",
                Field.ACRONYM, "BROWSE",
                Field.SUMMARY, "What it is about.",
                Field.PILLAR, "diagnosis",
                Field.TECHNOLOGY, "genomics",
                Field.CANCER, "lung",
                Field.STATUS, "SIGNED",
                Field.START_DATE, "2024-02-01"),
            List.of(clinic)));
    plot.published(GRANT);
  }

  private Page open(String address, int width, ColorScheme scheme, boolean script) {
    Page page = new Browser(port).window(script, width, scheme);
    page.navigate(address);
    return page;
  }

  private String address(String named) {
    return switch (named) {
      case "project" -> plot.record(GRANT).path();
      case "network" -> plot.record(PIC).path() + "/network";
      case "comparison" ->
          "/compare?with=" + plot.record(GRANT).path() + "&with=" + plot.record(PIC).path();
      case "organisation" -> plot.record(PIC).path();
      default -> named;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "/, 1280",
    "/, 390",
    "/grid, 1280",
    "/grid?kind=project&pillar=diagnosis, 390",
    "/grid?q=nothinglikethis, 1280",
    "/grid?view=table&kind=project, 390",
    "/grid?view=cards&kind=project, 1280",
    "/grid?q=browsabel, 390",
    "/organisations, 1280",
    "/match, 390",
    "/follow?search=q%3Dcancer, 390",
    "/follow?search=q%3Dcancer, 1280",
    "/match?text=a+browsable+thing&for=organisations, 1280",
    "/map, 1280",
    "/map?at=NL, 1280",
    "/map?at=NL, 390",
    "/overview/network, 1280",
    "/overview/network, 390",
    "/overview, 1280",
    "/overview, 390",
    "/topics, 390",
    "/topics/technology/genomics, 1280",
    "/topics/cancer/lung, 390",
    "/compare, 390",
    "comparison, 1280",
    "comparison, 390",
    "network, 1280",
    "network, 390",
    "/overview?pillar=diagnosis&kind=project, 390",
    "/map?show=contribution, 390",
    "project, 1280",
    "project, 390",
    "organisation, 1280",
    "/projects/not-there, 1280"
  })
  void axeFindsNothing(String named, int width) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page page = open(address(named), width, scheme, true);
      page.evaluate("document.querySelectorAll('details.mc-evidence').forEach(d => d.open = true)");
      assertThat(Axe.everything(page)).as(named + " " + scheme).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("no sideways scrolling at " + width)
          .isEqualTo(true);
      page.context().close();
    }
  }

  @Test
  void everythingIsReachedWithoutJavaScript() {
    Page page = open("/", 1280, ColorScheme.LIGHT, false);
    page.fill("#q", "browsable " + GRANT);
    page.click("form[role=search] button");
    page.click(".mc-row-title a");
    assertThat(page.url()).contains("/projects/");
    page.click("details.mc-evidence summary >> nth=0");
    assertThat(page.locator("details.mc-evidence[open]").innerText()).contains("Last confirmed");
    page.click("table.mc-partners tbody a >> nth=0");
    assertThat(page.locator("h1").innerText()).contains("Clinic of " + PIC);
    page.context().close();
  }

  @Test
  void filtersSwapInPlaceAndKeysMoveThroughTheRows() {
    Page page = open("/grid?q=" + PIC, 1280, ColorScheme.LIGHT, true);
    page.click("a.mc-option:has-text('Project')");
    page.waitForURL("**kind=project**");
    assertThat(page.locator(".mc-chip-filter").innerText()).contains("Project");
    page.locator("h1").click();
    page.keyboard().press("?");
    assertThat(page.locator("#keys[open]").innerText()).contains("next record");
    page.keyboard().press("?");
    assertThat(page.locator("#keys[open]").count()).isZero();
    page.locator("h1").click();
    page.keyboard().press("j");
    assertThat(page.evaluate("document.activeElement.textContent").toString())
        .contains("browsable");
    page.keyboard().press("Enter");
    page.waitForURL("**/projects/**");
    page.context().close();
  }

  @Test
  void choicesBelowTheSearchBoxAreReachedByKeyboard() {
    Page page = open("/grid", 1280, ColorScheme.LIGHT, true);
    assertThat(page.getAttribute("#q", "role")).isEqualTo("combobox");
    page.locator("#q").pressSequentially("clinic of " + PIC);
    page.waitForSelector("#q-list [role=option]");
    page.keyboard().press("ArrowDown");
    assertThat(page.getAttribute("#q", "aria-expanded")).isEqualTo("true");
    assertThat(page.getAttribute("#q", "aria-activedescendant")).isEqualTo("suggest-0");
    assertThat(page.getAttribute("#suggest-0", "aria-selected")).isEqualTo("true");
    assertThat(page.textContent("#q-said")).contains("suggestion");
    assertThat(Axe.everything(page)).isEmpty();
    page.keyboard().press("Escape");
    assertThat(page.getAttribute("#q", "aria-expanded")).isEqualTo("false");
    assertThat(page.inputValue("#q")).as("nothing typed is lost").endsWith(PIC);
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForURL("**/organisations/**");
    page.goBack();
    page.fill("#q", PIC);
    page.keyboard().press("Enter");
    page.waitForURL("**q=" + PIC + "**");
    page.waitForSelector("#q[role=combobox]");
    assertThat(page.inputValue("#q")).as("after a swap").isEqualTo(PIC);
    page.context().close();
  }

  @Test
  void aTableWithChosenColumnsNeedsNoJavaScript() {
    Page page = open("/grid?view=table&q=" + PIC, 1280, ColorScheme.LIGHT, false);
    assertThat(page.getAttribute("#q", "role")).isNull();
    page.click(".mc-columns summary");
    page.check("input[name=cols][value=technology]");
    page.uncheck("input[name=cols][value=lead]");
    page.click(".mc-columns button");
    assertThat(page.url()).contains("cols=technology").contains("q=" + PIC);
    assertThat(page.locator("table.mc-records").innerText())
        .contains("Technologies")
        .contains("Genomics")
        .doesNotContain("Coordinator");
    page.check("input[name=with] >> nth=0");
    page.check("input[name=with] >> nth=1");
    page.click(".mc-compare-line button");
    assertThat(page.url()).contains("/compare?with=");
    assertThat(page.locator(".mc-compare-name").count()).isEqualTo(2);
    page.goBack();
    page.click("a.mc-option:has-text('Project')");
    assertThat(page.url()).contains("view=table").contains("kind=project");
    page.goBack();
    assertThat(page.url()).doesNotContain("kind=project");
    page.context().close();
  }

  @Test
  void theUsualColumnsOfATableFitAWideScreen() {
    Page page = open("/grid?view=table&kind=project&q=" + GRANT, 1280, ColorScheme.LIGHT, true);
    assertThat(page.locator("table.mc-records tbody tr").count()).isPositive();
    assertThat(
            page.evaluate(
                "(e => e.scrollWidth <= e.clientWidth)(document.querySelector('.mc-table-wrap'))"))
        .as("nothing is cut off")
        .isEqualTo(true);
    page.context().close();
  }

  @Test
  void whereVeryMuchIsChosenButtonsDoWhatLinksDo() {
    String much =
        IntStream.range(0, 40).mapToObj(n -> "&call=CALL-FOR-MUCH-" + n).collect(joining());
    Page page = open("/grid?kind=project" + much, 390, ColorScheme.LIGHT, false);
    assertThat(page.locator("a.mc-chip-filter").count()).isZero();
    page.click("button.mc-chip-filter:has-text('CALL-FOR-MUCH-0')");
    page.waitForURL(url -> url.contains("/grid?kind=project") && !url.contains("MUCH-0&"));
    assertThat(page.url()).contains("MUCH-1&").doesNotContain("change");
    page.goBack();
    page.waitForURL("**MUCH-0&**");
    page.click(".mc-empty button:has-text('Call')");
    page.waitForURL(url -> !url.contains("MUCH"));
    assertThat(page.locator(".mc-row-title").count()).isPositive();
    page.context().close();
    Page looked = open("/grid?kind=project" + much, 1280, ColorScheme.DARK, true);
    assertThat(Axe.everything(looked)).isEmpty();
    looked.fill("#q", PIC);
    looked.keyboard().press("Enter");
    looked.waitForURL("**q=" + PIC + "**");
    assertThat(looked.url()).as("Enter searches").contains("/grid?q=").doesNotContain("change");
    looked.context().close();
  }

  @Test
  void aTypingErrorAndAnEmptyListSayWhatToDo() {
    Page page = open("/grid?q=browsabel", 390, ColorScheme.DARK, false);
    assertThat(page.locator(".mc-hint").innerText()).contains("browsable");
    page.click(".mc-hint a");
    assertThat(page.inputValue("#q")).isEqualTo("browsable");
    page.navigate("/grid?pillar=prevention&q=" + PIC);
    page.click(".mc-empty a:has-text('Prevention')");
    assertThat(page.locator(".mc-row-title").count()).isPositive();
    page.click(".mc-search-help summary");
    assertThat(page.locator(".mc-search-help").innerText()).contains("organisation:");
    page.context().close();
  }
}
