package eu.metacluster.bench;

import eu.metacluster.Metacluster;
import eu.metacluster.journal.Followers;
import eu.metacluster.platform.Command;
import eu.metacluster.platform.database.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Imports the real export into an empty product and then again, in turn with the peer, each time in
 * a new context on a new database of one server. Runs in a JVM of its own with the product's
 * settings; each line on standard output is a name and a figure.
 */
final class ImportRun {

  private final boolean xml;
  private final Path payload;
  private final Path folder;
  private final EmbeddedDatabase server;
  private final Heap heap = Heap.watch();

  private ImportRun(boolean xml, Path folder) {
    this.xml = xml;
    this.folder = folder;
    payload = xml ? Export.xml() : Export.csv();
    server = EmbeddedDatabase.open(folder, false);
  }

  /** Arguments: csv or xml, a folder to work in, how often. The first round is a warm-up. */
  public static void main(String[] args) throws Exception {
    ImportRun bench = new ImportRun(args[0].equals("xml"), Path.of(args[1]));
    try {
      CopyPeer copy = bench.xml ? null : new CopyPeer(Path.of(args[1]));
      for (int round = 0; round <= Integer.parseInt(args[2]); round++) {
        bench.round(round, copy);
      }
    } finally {
      bench.server.close();
    }
    System.exit(0);
  }

  private void round(int round, @org.jspecify.annotations.Nullable CopyPeer copy) throws Exception {
    String name = "bench_" + round;
    execute("create database " + name);
    if (System.getenv("EXPLAIN") != null) {
      for (String set :
          List.of(
              "session_preload_libraries='auto_explain'",
              "auto_explain.log_min_duration=300",
              "auto_explain.log_analyze=on",
              "auto_explain.log_timing=off")) {
        execute("alter database " + name + " set " + set);
      }
    }
    Path data = Files.createDirectories(folder.resolve("data-" + round));
    try (ConfigurableApplicationContext context = start(name, data)) {
      context.getBean(Followers.class).awaitCaughtUp(Duration.ofMinutes(1));
      DataSource source = context.getBean(DataSource.class);
      double peer = peer(copy, source);
      heap.forget();
      Cpu before = Cpu.now(folder.resolve("postgres"));
      double first = imported(context);
      Cpu after = Cpu.now(folder.resolve("postgres"));
      say(round, "cpu-jvm", after.own(before));
      say(round, "cpu-database", after.database(before));
      long claims = count(source);
      say(round, "kept-mb", heap.keptMost());
      say(round, "committed-mb", heap.committedMost());
      double again = imported(context);
      double peerAgain = peer(copy, source);
      say(round, "peer", Math.min(peer, peerAgain));
      say(round, "first", first);
      say(round, "again", again);
      say(round, "claims", claims);
      say(round, "claims-again", count(source) - claims);
    }
    execute("drop database " + name + " with (force)");
  }

  private double peer(@org.jspecify.annotations.Nullable CopyPeer copy, DataSource source)
      throws Exception {
    return copy == null ? StaxPeer.seconds(payload) : copy.seconds(source);
  }

  private ConfigurableApplicationContext start(String database, Path data) {
    return SpringApplication.run(
        Metacluster.class,
        "--server.port=0",
        "--metacluster.starter-set=false",
        "--metacluster.data=" + data,
        "--spring.datasource.url=" + url(database),
        "--spring.datasource.username=" + server.getUsername(),
        "--spring.datasource.password=" + server.getPassword());
  }

  private String url(String database) {
    return server.getJdbcUrl().replace("/metacluster?", "/" + database + "?");
  }

  private double imported(ConfigurableApplicationContext context) {
    long begin = System.nanoTime();
    Command command =
        context.getBeansOfType(Command.class).values().stream()
            .filter(c -> c.name().equals("import"))
            .findFirst()
            .orElseThrow();
    if (command.run(List.of(payload.toString())) != 0) {
      throw new IllegalStateException("the import failed");
    }
    double run = (System.nanoTime() - begin) / 1e9;
    if (!context.getBean(Followers.class).awaitCaughtUp(Duration.ofMinutes(10))) {
      throw new IllegalStateException("the followers did not catch up");
    }
    System.err.println("run " + run);
    return (System.nanoTime() - begin) / 1e9;
  }

  private static long count(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select (select count(*) from grid.claim) + (select count(*) from grid.participation)")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                url("postgres"), server.getUsername(), server.getPassword());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void say(int round, String name, Object value) {
    System.out.println(round + " " + name + " " + value);
  }
}
