package eu.metacluster.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears within milliseconds that entries were committed, on any node: one connection of its own
 * that listens, and is opened again when it breaks.
 */
final class Bell {

  private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
  private static final int LISTENING_MILLIS = 10_000;
  private static final int ALIVE_SECONDS = 3;
  private static final Duration REOPENING = Duration.ofSeconds(1);

  private final DataSource dataSource;
  private final Consumer<String> heard;
  private final Thread thread;
  private volatile @Nullable Connection connection;
  private volatile boolean stopped;
  private boolean broken;

  /**
   * @param heard gets what was sent with each ring, and an empty text after each (re)opening
   */
  Bell(DataSource dataSource, Consumer<String> heard) {
    this.dataSource = dataSource;
    this.heard = heard;
    thread = Thread.ofVirtual().name("journal bell").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void stop() throws InterruptedException {
    stopped = true;
    abort();
    thread.interrupt();
    thread.join(REOPENING);
  }

  private void run() {
    while (!stopped) {
      try {
        listen();
      } catch (SQLException e) {
        pause(e);
      } finally {
        abort();
      }
    }
  }

  private void listen() throws SQLException {
    Connection opened = open();
    connection = opened;
    opened.setAutoCommit(true);
    try (Statement statement = opened.createStatement()) {
      statement.execute("listen " + ChainWriter.CHANNEL);
    }
    broken = false;
    heard.accept("");
    PGConnection bell = opened.unwrap(PGConnection.class);
    while (!stopped) {
      PGNotification[] rings = bell.getNotifications(LISTENING_MILLIS);
      if (rings.length == 0 && !opened.isValid(ALIVE_SECONDS)) {
        throw new SQLException("the connection is dead");
      }
      for (PGNotification ring : rings) {
        heard.accept(ring.getParameter());
      }
    }
  }

  /** A connection beside the pool, so that it neither ages nor takes a place there. */
  private Connection open() throws SQLException {
    if (dataSource.isWrapperFor(HikariDataSource.class)) {
      HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
      if (pool.getJdbcUrl() != null) {
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        setIfKnown(properties, "user", pool.getUsername());
        setIfKnown(properties, "password", pool.getPassword());
        properties.setProperty("ApplicationName", "metacluster journal");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(pool.getJdbcUrl(), properties);
      }
    }
    return dataSource.getConnection();
  }

  private static void setIfKnown(Properties properties, String name, @Nullable String value) {
    if (value != null) {
      properties.setProperty(name, value);
    }
  }

  private void pause(SQLException e) {
    if (stopped) {
      return;
    }
    if (!broken) {
      LOG.warn(
          "The journal's bell is broken; followers look every few seconds until it is back", e);
      broken = true;
    }
    try {
      Thread.sleep(REOPENING);
    } catch (InterruptedException interrupted) {
      stopped = true;
    }
  }

  private void abort() {
    Connection open = connection;
    if (open != null) {
      try {
        open.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.debug("The bell's connection did not close", e);
      }
    }
  }
}
