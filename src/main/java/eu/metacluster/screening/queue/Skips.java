package eu.metacluster.screening.queue;

import eu.metacluster.screening.cases.CaseFile;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a reviewer has put off. A skipped case is passed over on this person's way through the queue
 * until it begins another round or is taken back; it stays in the list.
 */
@Component
public class Skips {

  private final JdbcClient jdbc;

  Skips(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts the case off; doing it twice changes nothing. */
  @Transactional
  public void skip(UUID me, CaseFile file) {
    jdbc.sql(
            """
            insert into screening.skip (case_id, reviewer, round, at)
            values (:id, :me, :round, clock_timestamp())
            on conflict (case_id, reviewer) do update set round = excluded.round, at = excluded.at""")
        .param("id", file.id())
        .param("me", me)
        .param("round", file.round())
        .update();
  }

  /** Takes everything up again that this person has put off. */
  @Transactional
  public int takeUp(UUID me) {
    return jdbc.sql("delete from screening.skip where reviewer = :me").param("me", me).update();
  }
}
