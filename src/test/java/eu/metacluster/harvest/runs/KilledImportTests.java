package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.Metacluster;
import eu.metacluster.support.ChildProcess;
import eu.metacluster.support.RealCut;
import eu.metacluster.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that imports real projects is killed at twenty random moments and started again each
 * time. At the end everything is there exactly as after one undisturbed import.
 */
class KilledImportTests {

  private static final int KILLS = 20;
  private static final int PROJECTS = 600;

  /** What must be the same however often the import was cut off. */
  private static final List<String> MEASURES =
      List.of(
          "select count(*), count(distinct (kind, key)) from grid.sighting",
          "select count(*), count(distinct id) from grid.record",
          "select count(*), count(*) filter (where ended_run is not null) from grid.claim",
          "select count(*), count(distinct (sighting, field, value)) from grid.claim",
          "select count(*), count(distinct (project, organisation, role, position))"
              + " from grid.participation",
          "select count(*), sum(size) from harvest.snapshot",
          "select created, claims_written from harvest.run",
          "select found, problems from harvest.run",
          "select count(*), sum(count) from harvest.problem_count",
          "select count(*), 0 from harvest.run",
          "select count(*), 0 from harvest.snapshot_block b"
              + " where not exists (select from harvest.snapshot s where s.id = b.snapshot)",
          "select count(*), 0 from journal.entry");

  @TempDir Path folder;

  @Test
  void twentyKillsLeaveNothingHalfAndNothingTwice() throws Exception {
    Path bundle = RealCut.of(folder.resolve("bundle"), 0, PROJECTS);
    TestDatabase.Url database = TestDatabase.fresh();
    assertThat(start(database, bundle).waitFor()).isZero();
    List<String> expected = measures(database);

    Random random = new Random(20251206);
    database = TestDatabase.fresh();
    int kills = 0;
    int resumed = 0;
    while (kills < KILLS) {
      Process process = start(database, bundle);
      if (killed(process, database, random)) {
        kills++;
        resumed++;
      } else {
        assertThat(measures(database)).as("after %d kills in a row", resumed).isEqualTo(expected);
        database = TestDatabase.fresh();
        resumed = 0;
      }
    }
    assertThat(start(database, bundle).waitFor()).isZero();
    assertThat(measures(database)).as("after %d kills in a row", resumed).isEqualTo(expected);
  }

  private Process start(TestDatabase.Url database, Path bundle) throws IOException {
    return ChildProcess.start(
        folder.resolve("output.txt"),
        Metacluster.class,
        "import",
        "--spring.datasource.url=" + database.jdbc(),
        "--spring.datasource.username=" + database.user(),
        "--spring.datasource.password=" + database.password(),
        "--metacluster.data=" + folder.resolve("data"),
        "--metacluster.run-patience=1.5",
        bundle.toString());
  }

  /** Kills the process at some moment of its reading; false when it was done before. */
  private boolean killed(Process process, TestDatabase.Url database, Random random)
      throws Exception {
    int before = attempts(database);
    while (process.isAlive() && attempts(database) == before) {
      Thread.sleep(20);
    }
    Thread.sleep(random.nextInt(1_600));
    boolean alive = process.isAlive();
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
    if (!alive) {
      assertThat(process.exitValue()).as(Files.readString(folder.resolve("output.txt"))).isZero();
    }
    return alive && !done(database);
  }

  private static boolean done(TestDatabase.Url database) throws SQLException {
    return row(database, "select state, 0 from harvest.run").startsWith("finished");
  }

  private static int attempts(TestDatabase.Url database) {
    try {
      return Integer.parseInt(
          row(database, "select coalesce(sum(attempts), 0), 0 from harvest.run").split(" ", -1)[0]);
    } catch (SQLException e) {
      return 0;
    }
  }

  private static List<String> measures(TestDatabase.Url database) throws SQLException {
    List<String> measures = new ArrayList<>();
    for (String measure : MEASURES) {
      measures.add(measure + " = " + row(database, measure));
    }
    return measures;
  }

  private static String row(TestDatabase.Url database, String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1) + " " + rows.getString(2);
    }
  }
}
