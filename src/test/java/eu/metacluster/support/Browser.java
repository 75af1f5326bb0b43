package eu.metacluster.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The system's Chromium, started once per test JVM. Use it from the test's own thread only, and
 * close the contexts that you open.
 */
public final class Browser {

  private static final List<String> NAMES =
      List.of("chromium", "google-chrome", "chromium-browser", "google-chrome-stable");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final String base;

  /**
   * A view of the product under test.
   *
   * @param port where it listens
   */
  public Browser(int port) {
    this.base = "http://localhost:" + port;
  }

  /** A visitor's window: theme {@code light} or {@code dark}, language {@code en} or {@code fr}. */
  public BrowserContext visitor(String theme, String language) {
    BrowserContext context =
        Holder.CHROMIUM.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(base));
    context.setDefaultTimeout(20_000);
    context.addCookies(
        List.of(
            new Cookie("theme", theme).setUrl(base),
            new Cookie("language", language).setUrl(base)));
    return context;
  }

  /**
   * A signed-in person's window.
   *
   * @param link the path of a one-time link, see {@link Persons#link}
   */
  public BrowserContext signedIn(String link, String theme, String language) {
    BrowserContext context = visitor(theme, language);
    Page page = context.newPage();
    page.navigate(link);
    page.locator("main form button").click();
    page.waitForURL(Pattern.compile(".*/desk$"));
    page.close();
    context.addCookies(List.of(new Cookie("language", language).setUrl(base)));
    return context;
  }

  /**
   * A window of a given width and colour scheme, with or without JavaScript. The caller closes its
   * context.
   *
   * @param width in CSS pixels; below 600 the window has a phone's height
   */
  public Page window(boolean script, int width, ColorScheme scheme) {
    BrowserContext context =
        Holder.CHROMIUM.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setJavaScriptEnabled(script)
                .setBaseURL(base)
                .setLocale("en-GB")
                .setColorScheme(scheme)
                .setViewportSize(width, width < 600 ? 844 : 960));
    Page page = context.newPage();
    page.setDefaultTimeout(15_000);
    return page;
  }

  private static Path chromium() {
    List<String> folders =
        List.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator));
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "No Chromium on the PATH: install the package chromium, or run"
                        + " ./metacluster test as root, which does."));
  }

  private static final class Holder {
    static final com.microsoft.playwright.Browser CHROMIUM = start();

    private static com.microsoft.playwright.Browser start() {
      Path program = chromium();
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      return playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(program)
                  .setArgs(Stream.concat(ARGUMENTS.stream(), Stream.of("--mute-audio")).toList()));
    }
  }
}
