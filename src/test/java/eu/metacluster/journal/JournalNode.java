package eu.metacluster.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.metacluster.support.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node with a journal on a database of its own, or on the database of another node. */
final class JournalNode implements AutoCloseable {

  private static final FollowerRunner.Pace QUICK =
      new FollowerRunner.Pace(Duration.ofSeconds(5), Duration.ofMillis(50), Duration.ofMillis(200));

  final HikariDataSource dataSource;
  final JdbcTemplate template;
  final JdbcClient jdbc;
  final JdbcTransactionManager transactions;
  final TransactionTemplate transaction;
  final Journal journal;
  private @Nullable Followers running;

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
    TestDatabase.Url url = TestDatabase.fresh();
    Flyway.configure()
        .dataSource(url.jdbc(), url.user(), url.password())
        .locations("classpath:db/migration/journal")
        .load()
        .migrate();
    return on(url.jdbc(), url.user(), url.password());
  }

  /** Another node on the same database. */
  JournalNode second() {
    return on(dataSource.getJdbcUrl(), dataSource.getUsername(), dataSource.getPassword());
  }

  private static JournalNode on(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(1);
    return new JournalNode(new HikariDataSource(config));
  }

  /** Starts these followers on this node; they stop with it. */
  Followers follow(Object... followers) {
    Map<String, Object> beans = new HashMap<>();
    for (Object follower : followers) {
      beans.put("bean" + beans.size(), follower);
    }
    StaticListableBeanFactory factory = new StaticListableBeanFactory(beans);
    Feeds feeds =
        new Feeds(
            factory.getBeanProvider(Follower.class),
            factory.getBeanProvider(LocalFollower.class),
            new EntryReader(jdbc),
            jdbc,
            transactions);
    running = new Followers(feeds, journal, dataSource, jdbc, QUICK, true);
    running.start();
    return running;
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
    if (running != null) {
      running.stop();
    }
    dataSource.close();
  }
}
