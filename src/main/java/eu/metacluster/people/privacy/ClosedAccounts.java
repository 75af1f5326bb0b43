package eu.metacluster.people.privacy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts that an administrator closed long ago. */
final class ClosedAccounts implements RetentionRule {

  private static final int DAYS = 730;

  private final JdbcClient jdbc;
  private final Erasure erasure;

  ClosedAccounts(JdbcClient jdbc, Erasure erasure) {
    this.jdbc = jdbc;
    this.erasure = erasure;
  }

  @Override
  public String key() {
    return "people.retention.accounts";
  }

  @Override
  public int usualDays() {
    return DAYS;
  }

  @Override
  public int due(Instant before) {
    return closed(before).size();
  }

  @Override
  public int apply(Instant before) {
    List<String> closed = closed(before);
    closed.forEach(address -> erasure.erase(erasure.subject(address), null));
    return closed.size();
  }

  private List<String> closed(Instant before) {
    return jdbc.sql("select email from people.account where disabled_at < ?")
        .param(Timestamp.from(before))
        .query(String.class)
        .list();
  }
}
