package eu.metacluster.membership;

import eu.metacluster.people.privacy.PersonalData;
import eu.metacluster.people.privacy.Subject;
import eu.metacluster.platform.Striking;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was typed about organisations may name a person; what the person ticked off is counted. */
@Component
class FreeWords implements PersonalData {

  private final JdbcClient jdbc;
  private final Striking striking;

  FreeWords(JdbcClient jdbc, Striking striking) {
    this.jdbc = jdbc;
    this.striking = striking;
  }

  @Override
  public String key() {
    return "membership.data.ticks";
  }

  @Override
  public List<Map<String, Object>> export(Subject subject) {
    UUID account = subject.account();
    return account == null
        ? List.of()
        : jdbc.sql(
                """
                select e.handle as organisation, t.item, t.state, t.reason, t.at
                from membership.tick t join membership.entity e on e.id = t.entity
                where t.actor = ? order by t.at""")
            .param(account)
            .query()
            .listOfRows();
  }

  @Override
  public void erase(Subject subject) {
    striking.strike(subject.words(), "membership.entity", "about", "reason");
    striking.strike(subject.words(), "membership.tick", "reason");
    striking.strike(subject.words(), "membership.suspension", "reason");
  }
}
