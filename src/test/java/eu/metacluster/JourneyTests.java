package eu.metacluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import eu.metacluster.platform.Role;
import eu.metacluster.support.Browser;
import eu.metacluster.support.BrowserTest;
import eu.metacluster.support.Persons;
import eu.metacluster.support.SharedData;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The main way through the house, as people walk it: source, queue, decision, grid, map. */
@BrowserTest
class JourneyTests {

  private static final int PATIENCE_SECONDS = 120;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @Test
  void anExportBecomesAuthorisedRecordsOnThePublicGrid() throws InterruptedException {
    Browser browser = new Browser(port);
    Persons persons = new Persons(jdbc);
    try (BrowserContext window =
            browser.signedIn(persons.link(persons.with(Role.COORDINATOR)), "light", "en");
        BrowserContext street = browser.visitor("light", "en")) {
      Page page = window.newPage();
      handInTheExport(page);
      String acronym = authoriseTheFirstCaseWithTwoKeys(page);
      Page visitor = street.newPage();
      String address = findOnTheGrid(visitor, acronym);
      readTheEvidence(visitor, address);
      visitor.navigate("/map?q=" + acronym);
      assertThat(visitor.locator("main table tbody tr").count()).isPositive();
    }
  }

  private void handInTheExport(Page page) {
    page.navigate("/sources/new");
    page.fill("#name", "CORDIS sample");
    page.selectOption("#connector", "cordis-xml");
    page.click("form[action='/sources'] button.btn-primary");
    page.setInputFiles("#file", SharedData.at("cordis/horizon-xml-sample.zip"));
    page.click("button[name=dry][value=false]");
    assertThat(page.url()).matches(".*/sources/\\d+/runs/\\d+");
    page.locator("#progress:not([data-events])") // the page looks for itself until all is read
        .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_SECONDS * 1000));
    assertThat(page.locator("#progress").innerText()).contains("Finished").contains("New");
  }

  private String authoriseTheFirstCaseWithTwoKeys(Page page) throws InterruptedException {
    page.navigate("/queue");
    for (int i = 0; i < PATIENCE_SECONDS && page.getByText("Start deciding").count() == 0; i++) {
      Thread.sleep(500);
      page.navigate("/queue");
    }
    page.getByText("Start deciding").click();
    String title = page.title();
    String first = page.url();
    page.keyboard().press("a");
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.equals(first));
    return title.substring(0, title.indexOf(" · "));
  }

  private String findOnTheGrid(Page visitor, String acronym) throws InterruptedException {
    String query = "/grid?kind=project&q=" + acronym;
    visitor.navigate(query);
    for (int i = 0; i < 20 && visitor.locator("main a[href^='/projects/']").count() == 0; i++) {
      Thread.sleep(100);
      visitor.navigate(query);
    }
    return visitor.locator("main a[href^='/projects/']").first().getAttribute("href");
  }

  private void readTheEvidence(Page visitor, String address) {
    visitor.navigate(address);
    assertThat(visitor.locator("h1").innerText()).isNotBlank();
    visitor
        .locator("main details summary")
        .filter(new Locator.FilterOptions().setHasText("CORDIS sample"))
        .first()
        .click();
    visitor.locator("main details[open] a[href^='/snapshots/']").first().click();
    visitor.waitForURL(Pattern.compile(".*/snapshots/.*"));
    assertThat(visitor.locator("mark").innerText()).isNotBlank();
    visitor.navigate(address);
    visitor.locator("table.mc-partners details summary").first().click();
    visitor.locator("table.mc-partners a[href^='/snapshots/']").first().click();
    visitor.waitForURL(Pattern.compile(".*/snapshots/.*"));
    assertThat(visitor.locator("mark").count()).isEqualTo(1);
    readTheEvidenceOfAPart(visitor, address);
  }

  /** The organisation's own page leads to the same bytes. */
  private void readTheEvidenceOfAPart(Page visitor, String address) {
    visitor.navigate(address);
    visitor.locator("table.mc-partners a[href^='/organisations/']").first().click();
    visitor.waitForURL(Pattern.compile(".*/organisations/.*"));
    visitor.locator("table.mc-partners details summary").first().click();
    visitor.locator("table.mc-partners details[open] a[href^='/snapshots/']").first().click();
    visitor.waitForURL(Pattern.compile(".*/snapshots/.*"));
    assertThat(visitor.locator("mark").count()).isEqualTo(1);
  }
}
