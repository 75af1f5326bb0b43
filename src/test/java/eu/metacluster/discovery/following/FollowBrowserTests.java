package eu.metacluster.discovery.following;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.metacluster.discovery.Plot;
import eu.metacluster.grid.Field;
import eu.metacluster.support.Axe;
import eu.metacluster.support.Browser;
import eu.metacluster.support.ProductTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a record's page to the letter that confirms, and to the click that stops it. */
@ProductTest
class FollowBrowserTests {

  @Autowired ApplicationContext product;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @ParameterizedTest
  @CsvSource({"false, 390", "true, 1280"})
  void aVisitorFollowsARecordAndStops(boolean script, int width) {
    String grant = Plot.number();
    String visitor = "follows" + grant + "@example.org";
    Plot plot = new Plot(product);
    plot.stated(Plot.project(grant, Map.of(Field.TITLE, "To be followed " + grant), List.of()));
    plot.published(grant);
    Page page = new Browser(port).window(script, width, ColorScheme.DARK);
    page.navigate(plot.record(grant).path());
    page.click("a[href^='/follow?record=']");
    assertThat(page.locator("a[href^='/follow.atom?record=']").count()).isEqualTo(1);
    if (script) {
      assertThat(Axe.everything(page)).isEmpty();
    }
    page.uncheck("input[name=matters] >> nth=0");
    page.fill("input[name=email]", visitor);
    page.keyboard().press("Enter");
    page.locator("main", new Page.LocatorOptions().setHasText(visitor)).waitFor();

    String letter =
        jdbc.sql("select body from platform.mail where recipient = ?")
            .param(visitor)
            .query(String.class)
            .single();
    String path = letter.substring(letter.indexOf("/follows/mine/")).split("\\s", 2)[0];
    page.navigate(path);
    page.click("form:has(input[name=confirm]) button");
    assertThat(page.locator("table.mc-table a").getAttribute("href"))
        .isEqualTo(plot.record(grant).path());
    page.click("form:has(input[name=stop]) button");
    assertThat(page.url()).endsWith("/grid");
    assertThat(
            jdbc.sql("select count(*) from discovery.follower where email = ?")
                .param(visitor)
                .query(Integer.class)
                .single())
        .as("nothing is kept of who follows nothing")
        .isZero();
    page.context().close();
  }
}
