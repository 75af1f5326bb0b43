package eu.metacluster.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node with a journal on a database of its own, or on the database of another node. */
final class JournalNode implements AutoCloseable {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  final HikariDataSource dataSource;
  final JdbcTemplate template;
  final JdbcClient jdbc;
  final JdbcTransactionManager transactions;
  final TransactionTemplate transaction;
  final Journal journal;

  private JournalNode(HikariDataSource dataSource) {
    this.dataSource = dataSource;
    template = new JdbcTemplate(dataSource);
    jdbc = JdbcClient.create(template);
    transactions = new JdbcTransactionManager(dataSource);
    transaction = new TransactionTemplate(transactions);
    journal = new Journal(new ChainWriter(template), new EntryReader(jdbc));
  }

  /** A node on an empty database with the journal's tables. */
  static JournalNode fresh() {
    String name = "journal" + DATABASES.incrementAndGet();
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    String url = Server.POSTGRES.getJdbcUrl("postgres", name);
    Flyway.configure()
        .dataSource(url, "postgres", "postgres")
        .locations("classpath:db/migration/journal")
        .load()
        .migrate();
    return on(url);
  }

  /** Another node on the same database. */
  JournalNode second() {
    return on(dataSource.getJdbcUrl());
  }

  private static JournalNode on(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("postgres");
    config.setPassword("postgres");
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(1);
    return new JournalNode(new HikariDataSource(config));
  }

  void append(NewEntry... entries) {
    transaction.executeWithoutResult(status -> journal.append(entries));
  }

  void append(int count) {
    for (int i = 0; i < count; i++) {
      append(entry(i));
    }
  }

  static NewEntry entry(int n) {
    return new NewEntry("test.counted", new UUID(1, n), null, "{\"n\":" + n + "}");
  }

  @Override
  public void close() {
    dataSource.close();
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
