package eu.metacluster.screening.deciding;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the committee works, as the coordinator set it. */
@Component
public class Settings {

  private final JdbcClient jdbc;
  private final Journal journal;

  Settings(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    this.journal = journal;
  }

  /** Whether a decision takes two reviewers who agree. */
  public boolean twoPerson() {
    return jdbc.sql("select value = 'on' from screening.setting where key = 'two-person'")
        .query(Boolean.class)
        .single();
  }

  /** Switches the two-person rule; votes already cast keep waiting or standing as they are. */
  @Transactional
  public void twoPerson(UUID actor, boolean on) {
    int changed =
        jdbc.sql(
                """
                update screening.setting set value = :value, changed_at = now()
                where key = 'two-person' and value <> :value""")
            .param("value", on ? "on" : "off")
            .update();
    if (changed > 0) {
      journal.append(new NewEntry("screening.two-person-set", null, actor, Map.of("on", on)));
    }
  }
}
