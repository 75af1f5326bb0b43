package eu.metacluster.screening;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import eu.metacluster.platform.Identity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser on the product under test. */
final class Windows implements AutoCloseable {

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-quic",
                          "--no-first-run",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));
  private final String address;

  Windows(int port) {
    address = "http://localhost:" + port;
  }

  Page open(Identity who, boolean script, int width, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(script)
                .setBaseURL(address)
                .setLocale("en-GB")
                .setColorScheme(scheme)
                .setViewportSize(width, width < 600 ? 844 : 960));
    Page page = context.newPage();
    page.setDefaultTimeout(15_000);
    page.navigate(
        "/test/sign-in?account=%s&name=%s&role=%s"
            .formatted(who.account(), who.name(), who.role()));
    return page;
  }

  Page open(Identity who) {
    return open(who, true, 1280, ColorScheme.LIGHT);
  }

  /** What axe finds on the page, as readable lines. */
  static List<String> problems(Page page) {
    List<Rule> found =
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze()
            .getViolations();
    return found.stream()
        .map(
            rule ->
                rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().getFirst().getHtml())
        .toList();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
