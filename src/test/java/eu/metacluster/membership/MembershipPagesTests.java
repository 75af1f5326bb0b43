package eu.metacluster.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.Axe;
import eu.metacluster.support.Browser;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages about people and membership, in a browser: no broken rule, no sideways scrolling. */
@ProductTest
class MembershipPagesTests {

  private static final List<String> PAGES =
      List.of(
          "/members",
          "/members/agreement",
          "/membership",
          "/membership/apply",
          "/account",
          "/account/passkeys",
          "/account/notices",
          "/account/data",
          "/notices",
          "/notices/undelivered",
          "/processing",
          "/people");

  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @Test
  void theStoryOfAMemberAndThePagesOnItsWay() {
    Identity person = new Persons(jdbc).with(Role.ADMINISTRATOR);
    Browser browser = new Browser(port);
    List<String> broken = new ArrayList<>();
    try (BrowserContext context = browser.signedIn(new Persons(jdbc).link(person), "light", "en")) {
      Page page = context.newPage();
      page.navigate("/membership/apply");
      page.fill("#name", "Pages Cluster");
      page.fill("#country", "BE");
      page.locator("main form button").click();
      String file = page.url();
      page.fill("#signer", "Anna Administrator");
      page.fill("#function", "Director");
      page.check("input[name=authorised]");
      look(page, file, "file-open", broken);
      page.locator("form[action$='/signature'] button").click();
      page.waitForSelector("text=Signed by Anna Administrator");
      for (String item : List.of("legal-entity", "document")) {
        page.locator("form:has(input[value='" + item + "']) button[value=DONE]").click();
      }
      var waiver = page.locator("form:has(input[value='administrators'])");
      waiver.locator("input[name=reason]").fill("A second one follows in spring");
      waiver.locator("button[value=WAIVED]").click();
      page.locator("form:has(input[name=accept]) button").click();
      page.waitForSelector("text=Withdraw from the partnership");
      look(page, file, "file", broken);
      look(page, "/members/pages-cluster", "member", broken);
      for (String path : PAGES) {
        look(page, path, path.substring(1).replace('/', '-'), broken);
      }
    }
    try (BrowserContext context = browser.visitor("dark", "fr")) {
      Page page = context.newPage();
      look(page, "/members", "fr-members", broken);
      look(page, "/sign-in", "fr-sign-in", broken);
    }
    assertThat(broken).isEmpty();
  }

  private static void look(Page page, String path, String name, List<String> broken) {
    for (int width : new int[] {1280, 375}) {
      page.setViewportSize(width, 900);
      if (!page.url().endsWith(path)) {
        page.navigate(path);
      }
      page.evaluate("scrollTo(0, 0)"); // what lies under the head now is not hidden by the page
      String shots = System.getProperty("metacluster.shots");
      if (shots != null) {
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(shots, name + "-" + width + ".png")));
      }
      Axe.violations(page).forEach(each -> broken.add(path + " at " + width + ": " + each));
      int over =
          ((Number)
                  page.evaluate(
                      "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
              .intValue();
      if (over > 0) {
        broken.add(path + " scrolls sideways by " + over + " at " + width);
      }
    }
  }
}
