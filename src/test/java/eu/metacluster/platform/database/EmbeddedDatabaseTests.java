package eu.metacluster.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.support.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {

  @TempDir Path data;

  /** Opens the folder, commits rows without end and says how many. */
  static final class Writer {
    public static void main(String[] args) throws Exception {
      try (EmbeddedDatabase database = EmbeddedDatabase.open(Path.of(args[0]), false);
          Connection connection = connect(database);
          Statement statement = connection.createStatement()) {
        statement.execute("create table if not exists kept (n bigint primary key)");
        for (long n = count(statement) + 1; ; n++) {
          statement.execute("insert into kept values (" + n + ")");
          System.out.println("committed " + n);
        }
      }
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.getJdbcUrl(), database.getUsername(), database.getPassword());
  }

  private static long count(Statement statement) throws SQLException {
    try (var rows = statement.executeQuery("select count(*) from kept")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private long committed(Path output) throws Exception {
    return Files.readAllLines(output).stream()
        .filter(line -> line.startsWith("committed "))
        .count();
  }

  private Process writing(Path output, long atLeast) throws Exception {
    Process writer = ChildProcess.start(output, Writer.class, data.toString());
    for (int i = 0; i < 600 && committed(output) < atLeast; i++) {
      assertThat(writer.isAlive()).as(() -> text(output)).isTrue();
      Thread.sleep(100);
    }
    return writer;
  }

  private static String text(Path output) {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void afterAKillOfTheProcessTheNextStartIsWhole() throws Exception {
    Path output = data.resolveSibling("writer-" + System.nanoTime());
    Process writer = writing(output, 20);
    assertThatThrownBy(() -> EmbeddedDatabase.open(data, false))
        .hasMessageContaining("already uses the data folder");
    writer.destroyForcibly().waitFor(20, TimeUnit.SECONDS);

    try (EmbeddedDatabase database = EmbeddedDatabase.open(data, false);
        Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      assertThat(count(statement)).isGreaterThanOrEqualTo(committed(output));
    }
  }

  @Test
  void afterAKillOfTheDatabaseTheProductStopsAndTheNextStartIsWhole() throws Exception {
    Path output = data.resolveSibling("writer-" + System.nanoTime());
    Process writer = writing(output, 20);
    Path pid = data.resolve("postgres/postmaster.pid");
    new ProcessBuilder("kill", "-9", Files.readAllLines(pid).getFirst().strip()).start().waitFor();

    assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(writer.exitValue()).isNotZero();
    try (EmbeddedDatabase database = EmbeddedDatabase.open(data, false);
        Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      assertThat(count(statement)).isGreaterThanOrEqualTo(committed(output));
    }
  }

  @Test
  void nobodyEntersWithoutThePasswordAndWritesAreDurable() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(data, false)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.getJdbcUrl(), "postgres", "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
      try (Connection connection = connect(database);
          Statement statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "select current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit')")) {
        rows.next();
        assertThat(rows.getString(1)).isEqualTo("on");
        assertThat(rows.getString(2)).isEqualTo("on");
        assertThat(rows.getString(3)).isEqualTo("on");
      }
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("database.password"))))
          .isEqualTo("rw-------");
    }
  }
}
