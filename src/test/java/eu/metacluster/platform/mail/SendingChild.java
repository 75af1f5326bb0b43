package eu.metacluster.platform.mail;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that empties the outbox and ends, unless somebody ends it before. */
final class SendingChild {

  private SendingChild() {}

  /** Arguments: address, user and password of the database, port of the mail server, folder. */
  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args[2]);
    config.setMaximumPoolSize(4);
    try (HikariDataSource database = new HikariDataSource(config)) {
      SendingForTests.through(
          JdbcClient.create(database),
          Integer.parseInt(args[3]),
          "metacluster@localhost",
          Path.of(args[4]));
    }
  }
}
