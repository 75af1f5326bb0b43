package eu.metacluster.people.privacy;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A rule for rows of one table.
 *
 * @param rows {@code from … where … < ?}
 */
public record OldRows(JdbcClient jdbc, String key, int usualDays, String rows)
    implements RetentionRule {

  @Override
  public int due(Instant before) {
    return jdbc.sql("select count(*) " + rows)
        .param(Timestamp.from(before))
        .query(Integer.class)
        .single();
  }

  @Override
  public int apply(Instant before) {
    return jdbc.sql("delete " + rows).param(Timestamp.from(before)).update();
  }
}
