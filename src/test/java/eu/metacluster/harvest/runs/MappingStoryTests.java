package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import eu.metacluster.platform.Role;
import eu.metacluster.support.Axe;
import eu.metacluster.support.Browser;
import eu.metacluster.support.BrowserTest;
import eu.metacluster.support.Persons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A coordinator sets the columns of a table in a browser, on a desktop and on a phone. */
@BrowserTest
@Timeout(180)
class MappingStoryTests {

  private static final Path SCREENS = Path.of("target/screens");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired SourceRegister sources;
  @TempDir Path folder;

  @Test
  void theColumnsOfATableAreSetAndFitForEverybody() throws IOException {
    Path table = folder.resolve("projets.csv");
    Files.writeString(
        table,
        """
        Identifiant;Acronyme;Titre du projet;Date de fin;Montant (€);Pays;Mots-clés;Contact
        P-1;ALPHA;Dépistage du cancer du sein en région frontalière;31/12/2027;1.250.000,50;Belgique;dépistage; a@b.example
        P-2;BETA;Biopsie liquide pour tous;bientôt;2,1 M€;Grèce;"sang; plasma";c@d.example
        """);
    SourceRow source =
        sources.add("Columns " + folder.getFileName(), "table", table.toString(), null);
    Browser browser = new Browser(port);
    Persons persons = new Persons(jdbc);
    for (String[] look : List.of(new String[] {"light", "en"}, new String[] {"dark", "fr"})) {
      try (BrowserContext context =
          browser.signedIn(persons.link(persons.with(Role.COORDINATOR)), look[0], look[1])) {
        Page page = context.newPage();
        for (int width : List.of(1280, 390)) {
          page.setViewportSize(width, 900);
          page.navigate("/sources/" + source.id() + "/mapping");
          assertThat(page.content()).contains("P-1", "2027-12-31", "1250000.5");
          Axe.check(page);
          page.screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(SCREENS.resolve("mapping-" + look[0] + "-" + width + ".png")));
        }
      }
    }
    save(browser, persons, source);
  }

  private void save(Browser browser, Persons persons, SourceRow source) {
    try (BrowserContext context =
        browser.signedIn(persons.link(persons.with(Role.COORDINATOR)), "light", "en")) {
      Page page = context.newPage();
      page.navigate("/sources/" + source.id() + "/mapping");
      page.selectOption("#kind", "practice");
      page.click("main form button.btn-primary");
      assertThat(page.url()).endsWith("/sources/" + source.id());
      assertThat(sources.get(source.id()).settings().getOrDefault("mapping", ""))
          .contains("\"kind\":\"practice\"", "\"id\":\"Identifiant\"")
          .doesNotContain("Contact");
    }
  }
}
