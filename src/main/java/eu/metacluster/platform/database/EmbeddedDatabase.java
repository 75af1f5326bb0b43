package eu.metacluster.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * One PostgreSQL server in a folder of ours, alive as long as this object is.
 *
 * <p>zonky's server is a test tool: it starts with {@code -F}, commits asynchronously and trusts
 * every local user. Here fsync, full_page_writes and synchronous_commit are on again, the role has
 * a password, the folder is kept, and a server that outlived a killed process is stopped first.
 * When another Metacluster serves the folder, {@code attach} decides between joining its server and
 * refusing.
 */
public final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final int CONNECTIONS = 60;
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("listen_addresses", "localhost"),
          Map.entry("shared_buffers", "96MB"),
          Map.entry("max_wal_size", "2GB"),
          Map.entry("checkpoint_timeout", "15min"),
          Map.entry("io_method", "sync"),
          Map.entry("jit", "off"),
          Map.entry("max_parallel_workers_per_gather", "0"),
          Map.entry("timezone", "UTC"));

  private final int port;
  private final String password;
  private final @Nullable EmbeddedPostgres server;
  private volatile boolean closing;

  private EmbeddedDatabase(int port, String password, @Nullable EmbeddedPostgres server) {
    this.port = port;
    this.password = password;
    this.server = server;
  }

  /**
   * Starts the server of this folder, creating it at the first time.
   *
   * @param data the product's data folder
   * @param attach whether to join a server that another Metacluster runs on the folder
   * @throws IllegalStateException with a sentence for the person, when the folder is in use or the
   *     server does not start
   */
  public static EmbeddedDatabase open(Path data, boolean attach) {
    return open(data, attach, CONNECTIONS);
  }

  /**
   * As {@link #open(Path, boolean)}, for more than one product.
   *
   * @param connections how many there may be at once
   */
  public static EmbeddedDatabase open(Path data, boolean attach, int connections) {
    Path folder = data.resolve("postgres").toAbsolutePath().normalize();
    String password = DatabasePassword.of(data);
    Postmaster running = Postmaster.of(folder);
    if (running.served()) {
      if (attach) {
        return new EmbeddedDatabase(running.port(), password, null);
      }
      throw new IllegalStateException(
          "Another Metacluster (process %d) already uses the data folder %s. Stop it, or give --data another folder."
              .formatted(running.owner(), data));
    }
    running.stopLeftover();
    try {
      return start(folder, password, connections);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(
          "The embedded database in %s did not start: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static EmbeddedDatabase start(Path folder, String password, int connections)
      throws IOException, SQLException {
    boolean first = !Files.exists(folder.resolve("postgresql.conf"));
    Path log = folder.resolveSibling("postgres.log");
    Files.createDirectories(folder.getParent());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C")
            .setConnectConfig("password", password)
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .setPGStartupWait(Duration.ofSeconds(60));
    SETTINGS.forEach(builder::setServerConfig);
    builder.setServerConfig("max_connections", String.valueOf(connections));
    EmbeddedPostgres server = builder.start();
    EmbeddedDatabase database = new EmbeddedDatabase(server.getPort(), password, server);
    if (first || !DatabasePassword.demanded(folder)) {
      database.demandPassword(server, folder);
    }
    Postmaster.of(folder).claim();
    database.watch(Postmaster.of(folder));
    return database;
  }

  private void demandPassword(EmbeddedPostgres server, Path folder)
      throws SQLException, IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role postgres password '" + password + "'");
      if (!exists(statement)) {
        statement.execute("create database metacluster");
      }
      DatabasePassword.demand(folder);
      statement.execute("select pg_reload_conf()");
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (var rows =
        statement.executeQuery("select 1 from pg_database where datname = 'metacluster'")) {
      return rows.next();
    }
  }

  /**
   * A product without its database cannot answer; it stops, so that a supervisor can restart it.
   */
  private void watch(Postmaster postmaster) {
    postmaster
        .process()
        .ifPresent(
            process ->
                process
                    .onExit()
                    .thenRun(
                        () -> {
                          if (!closing) {
                            LOG.error(
                                "The embedded database ended unexpectedly; Metacluster stops. Start it again: nothing that was saved is lost.");
                            Runtime.getRuntime().halt(70);
                          }
                        }));
  }

  @Override
  public String getUsername() {
    return "postgres";
  }

  @Override
  public String getPassword() {
    return password;
  }

  @Override
  public String getJdbcUrl() {
    return "jdbc:postgresql://localhost:" + port + "/metacluster?reWriteBatchedInserts=true";
  }

  @Override
  public void close() throws IOException {
    closing = true;
    if (server != null) {
      server.close();
    }
  }
}
