package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import eu.metacluster.Metacluster;
import eu.metacluster.support.ChildProcess;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Loopback;
import eu.metacluster.support.RealCut;
import eu.metacluster.support.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed in the middle of a run that was started from its page, and started again. */
@Timeout(300)
class KilledServerTests {

  private static final int PROJECTS = 1_200;
  private static final int PAGES = 14;
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Pattern LINK = Pattern.compile("/sign-in/[A-Za-z0-9_-]+");

  @TempDir Path folder;
  private final TestDatabase.Url database = TestDatabase.fresh();
  private @Nullable Process server;

  @AfterEach
  void end() throws InterruptedException {
    if (server != null) {
      server.destroyForcibly().waitFor();
    }
  }

  @Test
  void theRunGoesOnAfterTheNextStart() throws Exception {
    Path bundle = RealCut.of(folder.resolve("bundle"), 0, PROJECTS);
    String first = start("first");
    try (HttpPerson person = new HttpPerson(first)) {
      person.signIn(link("first"), "email", "ada@example.org", "name", "Ada");
      String source =
          person
              .post(
                  "/sources",
                  "/sources/new",
                  "name",
                  "Killed",
                  "connector",
                  "cordis-csv",
                  "location",
                  bundle.toString())
              .uri()
              .getPath();
      assertThat(source).matches("/sources/[0-9]+");
      assertThat(person.postParts(source + "/runs", source, "dry", "false").uri().getPath())
          .matches(source + "/runs/[0-9]+");
    }
    await("select claims_written > 0 from harvest.run", "t");
    kill();
    assertThat(value("select state from harvest.run")).isEqualTo("running");

    start("second");
    await("select state from harvest.run", "finished");
    assertThat(Integer.parseInt(value("select attempts from harvest.run"))).isGreaterThan(1);
    assertThat(value("select percent from harvest.run")).isEqualTo("100");
    assertThat(value("select count(*) from grid.record where kind = 'project'"))
        .isEqualTo(String.valueOf(PROJECTS));
    assertThat(value("select count(*) - count(distinct (kind, key)) from grid.sighting"))
        .isEqualTo("0");
    assertThat(value("select count(*) - count(distinct (sighting, field, value)) from grid.claim"))
        .isEqualTo("0");
    assertThat(
            value(
                "select count(*) from grid.record r where not exists"
                    + " (select from grid.claim c where c.record = r.id)"))
        .as("records without a claim")
        .isEqualTo("0");
  }

  /** Pages of a feed that were read before the kill are not asked for again. */
  @Test
  void aRunOverTheNetworkGoesOnFromItsLastPage() throws Exception {
    try (Loopback web = new Loopback()) {
      for (int page = 1; page <= PAGES; page++) {
        int number = page;
        web.on("/feed" + page, exchange -> feed(web, exchange, number));
      }
      String first = start("first", "--metacluster.fetch.allow-loopback=true");
      try (HttpPerson person = new HttpPerson(first)) {
        person.signIn(link("first"), "email", "ada@example.org", "name", "Ada");
        String address = web.at("/feed1").toString();
        String source =
            person
                .post(
                    "/sources",
                    "/sources/new",
                    "name",
                    "Cut",
                    "connector",
                    "feed",
                    "location",
                    address,
                    "licence",
                    "",
                    "gapSeconds",
                    "0.1")
                .uri()
                .getPath();
        person.postParts(source + "/runs", source, "dry", "false");
      }
      await("select split_part(checkpoint, ' ', 1)::int > 2 from harvest.run", "t");
      kill();
      assertThat(value("select state from harvest.run")).isEqualTo("running");
      int before = web.asked.size();

      start("second", "--metacluster.fetch.allow-loopback=true");
      await("select state from harvest.run", "finished");
      assertThat(value("select count(*) from grid.record where kind = 'news'"))
          .isEqualTo(String.valueOf(2 * PAGES));
      assertThat(value("select found from harvest.run"))
          .as("what was found before the kill counts")
          .isEqualTo(String.valueOf(2 * PAGES));
      assertThat(web.asked.subList(before, web.asked.size()))
          .contains("/feed" + PAGES)
          .doesNotContain("/feed1", "/feed2");
    }
  }

  private static void feed(Loopback web, HttpExchange exchange, int number) throws IOException {
    try {
      Thread.sleep(900);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String next =
        number < PAGES ? "<link rel='next' href='" + web.at("/feed" + (number + 1)) + "'/>" : "";
    String entries =
        "<entry><id>a%1$d</id><title>A %1$d</title></entry><entry><id>b%1$d</id><title>B %1$d</title></entry>"
            .formatted(number);
    byte[] body =
        ("<feed xmlns='http://www.w3.org/2005/Atom'>" + next + entries + "</feed>")
            .getBytes(StandardCharsets.UTF_8);
    Loopback.send(exchange, 200, "application/atom+xml", body);
  }

  private void kill() throws InterruptedException {
    if (server != null) {
      server.destroyForcibly().waitFor();
    }
  }

  /** Starts a server and waits until it answers; returns its address. */
  private String start(String name, String... more) throws Exception {
    int port = freePort();
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(
        List.of(
            "--server.port=" + port,
            "--spring.datasource.url=" + database.jdbc(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password(),
            "--metacluster.data=" + folder.resolve("data"),
            "--metacluster.import-roots=" + folder,
            "--metacluster.starter-set=false",
            "--metacluster.run-patience=1.5"));
    server =
        ChildProcess.start(
            folder.resolve(name), Metacluster.class, arguments.toArray(String[]::new));
    Instant end = Instant.now().plus(PATIENCE);
    while (!Files.readString(folder.resolve(name)).contains("Metacluster is ready")) {
      assertThat(server.isAlive() && Instant.now().isBefore(end))
          .as(Files.readString(folder.resolve(name)))
          .isTrue();
      Thread.sleep(100);
    }
    return "http://localhost:" + port;
  }

  /** The link stands a moment after the line that says that it is ready. */
  private String link(String name) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    Matcher link = LINK.matcher(Files.readString(folder.resolve(name)));
    while (!link.find()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(20);
      link.reset(Files.readString(folder.resolve(name)));
    }
    return link.group();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void await(String query, String wanted) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!value(query).equals(wanted)) {
      assertThat(Instant.now()).as("%s is %s", query, value(query)).isBefore(end);
      Thread.sleep(20);
    }
  }

  private String value(String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }
}
