package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.Metacluster;
import eu.metacluster.support.ChildProcess;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.RealCut;
import eu.metacluster.support.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
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

  private void kill() throws InterruptedException {
    if (server != null) {
      server.destroyForcibly().waitFor();
    }
  }

  /** Starts a server and waits until it answers; returns its address. */
  private String start(String name) throws Exception {
    int port = freePort();
    server =
        ChildProcess.start(
            folder.resolve(name),
            Metacluster.class,
            "--server.port=" + port,
            "--spring.datasource.url=" + database.jdbc(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password(),
            "--metacluster.data=" + folder.resolve("data"),
            "--metacluster.import-roots=" + folder,
            "--metacluster.starter-set=false",
            "--metacluster.run-patience=1.5");
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
