package eu.metacluster.intake.privacy;

import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.people.privacy.PersonalData;
import eu.metacluster.people.privacy.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever handed something in, or was asked to permit it, is known by an address alone. The
 * contribution and what was decided on it stay, without the person.
 */
@Component
@Order(30)
class SenderData implements PersonalData {

  private final JdbcClient jdbc;
  private final Contributions contributions;

  SenderData(JdbcClient jdbc, Contributions contributions) {
    this.jdbc = jdbc;
    this.contributions = contributions;
  }

  @Override
  public String key() {
    return "intake.data.submissions";
  }

  @Override
  public Set<String> names(@Nullable UUID account, String email) {
    Set<String> names = new TreeSet<>();
    jdbc.sql("select distinct name from intake.person where lower(email) = ? and name <> ''")
        .param(email)
        .query(String.class)
        .list()
        .forEach(names::add);
    return names;
  }

  @Override
  public List<Map<String, Object>> export(Subject subject) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Submission given : contributions.sentBy(subject.email())) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("what", "submission");
      row.put("way", given.way().word());
      row.put("state", given.state().word());
      row.put("kind", given.kind().word());
      given.facts().forEach((field, value) -> row.put(field.key(), value));
      row.put("note", given.note());
      if (!given.partnerWords().isEmpty()) {
        row.put("partners", given.partnerWords().stream().map(Object::toString).toList());
      }
      row.put("created", given.createdAt());
      row.put("received", given.receivedAt());
      all.add(row);
    }
    all.addAll(
        jdbc.sql(
                """
                select 'asked to permit' as what, p.submission::text, r.asked_at as asked,
                  r.answer, r.answered_at as answered
                from intake.person p left join intake.permission r on r.submission = p.submission
                where lower(p.owner_email) = ? order by r.asked_at""")
            .param(subject.email())
            .query()
            .listOfRows());
    return all;
  }

  @Override
  public void erase(Subject subject) {
    List<Submission> sent = contributions.sentBy(subject.email());
    contributions.strike(sent, subject.words());
    jdbc.sql(
            """
            delete from intake.submission where state <> 'received' and id in (
              select submission from intake.person where lower(email) = ?)""")
        .param(subject.email())
        .update();
    jdbc.sql(
            """
            update intake.person p set owner_email = case
              when (select state from intake.submission s where s.id = p.submission) = 'received'
              then ? else '' end
            where lower(owner_email) = ?""")
        .params(Sender.OWNER_GONE, subject.email())
        .update();
    jdbc.sql(
            """
            delete from intake.person where lower(email) = ? and owner_email in ('', ?)""")
        .params(subject.email(), Sender.OWNER_GONE)
        .update();
    jdbc.sql("update intake.person set email = '', name = '' where lower(email) = ?")
        .param(subject.email())
        .update();
  }
}
