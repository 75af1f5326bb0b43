package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpExchange;
import eu.metacluster.platform.Role;
import eu.metacluster.support.Axe;
import eu.metacluster.support.Browser;
import eu.metacluster.support.BrowserTest;
import eu.metacluster.support.Loopback;
import eu.metacluster.support.Persons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * A coordinator adds an address, sees what would come in, has it read and watches, sees the alarm
 * when the server closes its doors, and takes a run back.
 */
@BrowserTest
@TestPropertySource(properties = "metacluster.fetch.allow-loopback=true")
@Timeout(180)
class SourceStoryTests {

  private static final Pattern RUN = Pattern.compile(".*/sources/\\d+/runs/\\d+$");
  private static final Pattern SOURCE = Pattern.compile(".*/sources/\\d+$");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private Loopback server;
  private volatile boolean closed;
  private volatile long pause;

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
    server.on("/news.xml", this::news).on("/older.xml", this::older);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void news(HttpExchange exchange) throws IOException {
    if (closed) {
      exchange.getResponseHeaders().set("Location", "/user/login");
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
      return;
    }
    send(exchange, 1, "<link rel='next' href='" + server.at("/older.xml") + "'/>");
  }

  private void older(HttpExchange exchange) throws IOException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    send(exchange, 13, "");
  }

  private static void send(HttpExchange exchange, int first, String links) throws IOException {
    String feed =
        IntStream.range(first, first + 12)
            .mapToObj(
                i ->
                    """
                    <entry><id>urn:story:%d</id><title>Step %d of precision oncology</title>
                    <link href="https://example.org/story/%d"/><updated>2026-03-%02dT08:00:00Z</updated>
                    <summary>A trial of step %d &lt;script&gt;alert(1)&lt;/script&gt; opened.</summary></entry>"""
                        .formatted(i, i, i, i, i))
            .collect(Collectors.joining());
    Loopback.send(
        exchange,
        200,
        "application/atom+xml",
        ("<feed xmlns='http://www.w3.org/2005/Atom'><title>Story</title>"
                + links
                + feed
                + "</feed>")
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anAddressBecomesASourceThatIsReadWatchedAndTakenBack() {
    Persons persons = new Persons(jdbc);
    try (BrowserContext window =
        new Browser(port).signedIn(persons.link(persons.with(Role.COORDINATOR)), "light", "en")) {
      Page page = window.newPage();
      look(page);
      String source = add(page);
      tryItOut(page);
      String run = runAndWatch(page, source);
      seeTheAlarm(page, source);
      takeBack(page, run);
    }
  }

  private void look(Page page) {
    page.navigate("/sources/new");
    Axe.check(page);
    page.fill("#address", server.at("/news.xml").toString());
    page.keyboard().press("Enter");
    page.waitForURL("**/sources/preview");
    assertThat(page.locator("main table tbody tr").count()).isGreaterThanOrEqualTo(12);
    assertThat(page.locator("main table").innerText()).contains("Step 1 of precision oncology");
    assertThat(page.locator("main script").count()).isZero();
    Axe.check(page);
  }

  private static String add(Page page) {
    page.fill("#name", "Story of steps");
    page.selectOption("#schedule", "every P1D");
    page.click("form[action='/sources'] button.btn-primary");
    page.waitForURL(SOURCE);
    assertThat(page.locator("#health").innerText()).contains("not read yet");
    assertThat(page.locator("main").innerText()).contains("Every day");
    Axe.check(page);
    return page.url();
  }

  private static void tryItOut(Page page) {
    page.click("button[name=dry][value=true]");
    page.waitForURL(RUN);
    page.getByText("Finished").waitFor();
    assertThat(page.locator("main").innerText()).contains("Step 24 of precision oncology");
  }

  /** The page shows the run while it lasts and its report when it has ended, without a reload. */
  private String runAndWatch(Page page, String source) {
    pause = 3_000;
    page.navigate(source);
    page.click("button[name=dry][value=false]");
    page.waitForURL(RUN);
    String run = page.url();
    page.locator("progress").waitFor();
    page.getByText("Finished").waitFor();
    assertThat(page.locator("#progress").innerText()).contains("24").contains("requests");
    return run;
  }

  private void seeTheAlarm(Page page, String source) {
    closed = true;
    page.navigate(source);
    page.click("button[name=dry][value=false]");
    page.waitForURL(RUN);
    page.getByText("asks for a password").first().waitFor();
    assertThat(page.locator("main").innerText()).contains("MC-1428");
    page.navigate("/desk");
    assertThat(page.locator("main").innerText()).contains("Story of steps asks us to stay away");
    page.navigate(source);
    assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("asks us to stay away");
    Axe.check(page);
    page.getByText("It is in order").click();
    page.waitForURL(SOURCE);
    assertThat(page.locator("#health").innerText()).contains("failing");
  }

  private void takeBack(Page page, String run) {
    page.navigate(run + "/rollback");
    page.click("main form button.btn-danger");
    page.waitForURL(RUN);
    assertThat(page.locator("main").innerText()).contains("Taken back");
    assertThat(
            jdbc.sql("select count(*) from grid.claim where run = :run")
                .param("run", Long.parseLong(run.substring(run.lastIndexOf('/') + 1)))
                .query(Integer.class)
                .single())
        .isZero();
  }
}
