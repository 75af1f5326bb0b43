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
    return has("two-person", "on");
  }

  /** Whether one reviewer is enough for what a member's administrators say of its own page. */
  public boolean oneForOwn() {
    return has("own-pages", "one");
  }

  private boolean has(String key, String value) {
    return jdbc.sql("select value = :value from screening.setting where key = :key")
        .param("key", key)
        .param("value", value)
        .query(Boolean.class)
        .single();
  }

  /** Switches the two-person rule; votes already cast keep waiting or standing as they are. */
  @Transactional
  public void twoPerson(UUID actor, boolean on) {
    if (set("two-person", on ? "on" : "off")) {
      journal.append(new NewEntry("screening.two-person-set", null, actor, Map.of("on", on)));
    }
  }

  /** Sets whether one reviewer is enough for a member's own page. */
  @Transactional
  public void oneForOwn(UUID actor, boolean one) {
    if (set("own-pages", one ? "one" : "as-all")) {
      journal.append(new NewEntry("screening.own-pages-set", null, actor, Map.of("on", one)));
    }
  }

  private boolean set(String key, String value) {
    return jdbc.sql(
                """
                update screening.setting set value = :value, changed_at = now()
                where key = :key and value <> :value""")
            .param("key", key)
            .param("value", value)
            .update()
        > 0;
  }
}
