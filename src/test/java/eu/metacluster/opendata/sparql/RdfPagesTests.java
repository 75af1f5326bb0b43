package eu.metacluster.opendata.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.metacluster.platform.Role;
import eu.metacluster.support.Axe;
import eu.metacluster.support.Browser;
import eu.metacluster.support.BrowserTest;
import eu.metacluster.support.Persons;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of catalogue and questions in a browser, in both languages, light and dark. */
@BrowserTest
class RdfPagesTests {

  private static final String PICTURES = System.getProperty("pictures", "");

  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @Test
  void aPersonAsksWithoutJavaScriptAndGetsATable() {
    try (BrowserContext context =
        new Browser(port).window(false, 390, ColorScheme.LIGHT).context()) {
      Page page = context.pages().getFirst();
      page.navigate("/sparql?format=html");
      page.locator("#s-examples ~ ul a").first().click();
      assertThat(page.locator("main table tbody tr").count()).isPositive();
      page.locator("#s-query").fill("SELECT");
      page.locator("main form button").click();
      assertThat(page.locator("#refused").innerText()).startsWith("MC-1861");
      assertThat(page.locator("#s-query").inputValue()).isEqualTo("SELECT");
    }
  }

  @Test
  void thePagesAreForEverybody() {
    try (BrowserContext visitor = new Browser(port).visitor("light", "en");
        BrowserContext nocturnal = new Browser(port).visitor("dark", "fr");
        BrowserContext coordinator =
            new Browser(port).signedIn(link(Role.COORDINATOR), "light", "fr")) {
      look(
          visitor,
          "/sparql?format=html&query=SELECT%20*%20WHERE%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%203",
          "sparql-en");
      look(nocturnal, "/sparql?format=html&query=x", "sparql-fr");
      look(visitor, "/catalog", "catalogue-en");
      look(nocturnal, "/catalog", "catalogue-fr");
      look(coordinator, "/catalog/quality", "quality-fr");
    }
  }

  private String link(Role role) {
    Persons persons = new Persons(jdbc);
    return persons.link(persons.with(role));
  }

  private static void look(BrowserContext context, String address, String name) {
    Page page = context.newPage();
    page.navigate(address);
    Axe.check(page);
    if (!PICTURES.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(PICTURES, name + ".png")));
    }
    page.close();
  }
}
