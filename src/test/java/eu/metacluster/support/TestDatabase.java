package eu.metacluster.support;

import eu.metacluster.platform.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One embedded PostgreSQL per test JVM; each caller gets an empty database of its own on it. */
public final class TestDatabase {

  /** Many products wait side by side in the process of the tests, each with a few connections. */
  private static final int CONNECTIONS = 300;

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  /** Connection facts of a new, empty database. */
  public record Url(String jdbc, String user, String password) {
    /** A new connection. */
    public Connection connect() throws SQLException {
      return DriverManager.getConnection(jdbc, user, password);
    }
  }

  /** Creates an empty database. */
  public static Url fresh() {
    EmbeddedDatabase server = Holder.SERVER;
    String name = "test_" + COUNT.incrementAndGet();
    try (Connection connection =
            DriverManager.getConnection(
                server.getJdbcUrl(), server.getUsername(), server.getPassword());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Url(
        server.getJdbcUrl().replace("/metacluster?", "/" + name + "?"),
        server.getUsername(),
        server.getPassword());
  }

  private static final class Holder {
    static final EmbeddedDatabase SERVER = start();

    private static EmbeddedDatabase start() {
      try {
        Path folder = Scratch.folder("database");
        EmbeddedDatabase database = EmbeddedDatabase.open(folder, false, CONNECTIONS);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database)));
        return database;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void close(EmbeddedDatabase database) {
      try {
        database.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
