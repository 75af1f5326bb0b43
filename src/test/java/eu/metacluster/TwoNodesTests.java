package eu.metacluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.Records;
import eu.metacluster.journal.Followers;
import eu.metacluster.platform.Role;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Persons;
import eu.metacluster.support.RealCut;
import eu.metacluster.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes of the product on one database, each with its own port, data folder and index. */
@Timeout(240)
class TwoNodesTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PROJECTS = 150;

  @TempDir Path folder;
  private final TestDatabase.Url database = TestDatabase.fresh();

  private ConfigurableApplicationContext node(String name) {
    return new SpringApplication(Metacluster.class)
        .run(
            "--server.port=0",
            "--spring.datasource.url=" + database.jdbc(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password(),
            "--metacluster.data=" + folder.resolve(name),
            "--metacluster.import-roots=" + folder,
            "--metacluster.starter-set=false",
            "--metacluster.run-patience=1.5");
  }

  private static HttpPerson at(ConfigurableApplicationContext node) {
    return new HttpPerson(
        "http://localhost:" + node.getEnvironment().getProperty("local.server.port"));
  }

  @Test
  void aRunIsDoneOnceAndWhatOneNodeDecidesTheOtherFinds() throws Exception {
    Path bundle = RealCut.of(folder.resolve("bundle"), 0, PROJECTS);
    try (ConfigurableApplicationContext left = node("left");
        ConfigurableApplicationContext right = node("right");
        HttpPerson coordinator = at(left);
        HttpPerson visitor = at(right)) {
      JdbcClient jdbc = right.getBean(JdbcClient.class);
      Persons persons = new Persons(jdbc);
      coordinator.signIn(persons.link(persons.with(Role.COORDINATOR)));
      importOn(coordinator, bundle);
      awaitRun(jdbc);
      assertThat(number(jdbc, "select sum(attempts) from harvest.run")).isEqualTo(1);
      assertThat(
              number(
                  jdbc, "select count(*) from journal.entry where kind = 'harvest.run-finished'"))
          .isEqualTo(1);
      assertThat(number(jdbc, "select count(*) from grid.record where kind = 'project'"))
          .isEqualTo(PROJECTS);
      for (ConfigurableApplicationContext node : List.of(left, right)) {
        assertThat(node.getBean(Followers.class).awaitCaughtUp(PATIENCE)).isTrue();
      }
      foundOnTheOther(left, visitor, jdbc);
    }
  }

  private static void importOn(HttpPerson coordinator, Path bundle) throws Exception {
    String source =
        coordinator
            .post(
                "/sources",
                "/sources/new",
                "name",
                "Two nodes",
                "connector",
                "cordis-csv",
                "location",
                bundle.toString())
            .uri()
            .getPath();
    assertThat(coordinator.postParts(source + "/runs", source, "dry", "false").statusCode())
        .isEqualTo(200);
  }

  private static void awaitRun(JdbcClient jdbc) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (number(jdbc, "select count(*) from harvest.run where state = 'finished'") == 0) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(50);
    }
  }

  private static void foundOnTheOther(
      ConfigurableApplicationContext decides, HttpPerson visitor, JdbcClient jdbc)
      throws Exception {
    String grant =
        jdbc.sql("select value from grid.identifier where scheme = 'GRANT' order by value limit 1")
            .query(String.class)
            .single();
    String search = "/grid?kind=project&q=" + grant;
    GridRecord record =
        decides.getBean(Records.class).find(Identifier.of(Scheme.GRANT, grant)).orElseThrow();
    assertThat(visitor.get(search).body()).doesNotContain(record.path());
    decides
        .getBean(Lifecycle.class)
        .publish(List.of(record.id()), Map.of(), new Lifecycle.Reason(null, null, null));
    Instant end = Instant.now().plus(PATIENCE);
    while (!visitor.get(search).body().contains(record.path())) {
      assertThat(Instant.now()).as("the other node does not find it").isBefore(end);
      Thread.sleep(50);
    }
    assertThat(visitor.get(record.path()).statusCode()).isEqualTo(200);
  }

  private static long number(JdbcClient jdbc, String query) {
    return jdbc.sql(query).query(Long.class).single();
  }
}
