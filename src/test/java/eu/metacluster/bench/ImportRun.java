package eu.metacluster.bench;

import eu.metacluster.platform.database.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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

  private void round(int round, @Nullable CopyPeer copy) throws Exception {
    String name = "bench_" + round;
    execute("create database " + name);
    Path data = Files.createDirectories(folder.resolve("data-" + round));
    try (Product product =
        Product.start(
            data,
            "--spring.datasource.url=" + url(name),
            "--spring.datasource.username=" + server.getUsername(),
            "--spring.datasource.password=" + server.getPassword())) {
      DataSource source = product.bean(DataSource.class);
      double before = peer(round, copy, source);
      heap.forget();
      Cpu idle = Cpu.now(folder.resolve("postgres"));
      say(round, "first", product.imports(payload));
      Cpu done = Cpu.now(folder.resolve("postgres"));
      say(round, "cpu-jvm", done.own(idle));
      say(round, "cpu-database", done.others(idle));
      say(round, "kept-mb", heap.keptMost());
      say(round, "committed-mb", heap.committedMost());
      long claims = product.claims();
      say(round, "claims", claims);
      say(round, "again", product.imports(payload));
      say(round, "claims-again", product.claims() - claims);
      say(round, "peer", (before + peer(round, copy, source)) / 2);
    }
    execute("drop database " + name + " with (force)");
  }

  private double peer(int round, @Nullable CopyPeer copy, DataSource source) throws Exception {
    Cpu before = Cpu.now(folder.resolve("postgres"));
    double seconds = copy == null ? StaxPeer.seconds(payload) : copy.seconds(source);
    Cpu after = Cpu.now(folder.resolve("postgres"));
    say(round, "cpu-peer", after.own(before) + after.others(before));
    return seconds;
  }

  private String url(String database) {
    return server.getJdbcUrl().replace("/metacluster?", "/" + database + "?");
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
