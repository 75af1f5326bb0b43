package eu.metacluster.screening.privacy;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.people.privacy.PersonalData;
import eu.metacluster.people.privacy.Subject;
import eu.metacluster.platform.Striking;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A reviewer's interests, cases and views go with the person; votes and decisions stay under the
 * number of an account that is no more, and what was typed beside them loses names and addresses.
 */
@Component
@Order(20)
class ReviewerData implements PersonalData {

  private static final List<String> HELD =
      List.of(
          """
          select 'interest' as what, kind, target, declared_at as at, ended_at as ended
          from screening.interest where account = ? order by declared_at""",
          """
          select 'away' as what, from_day as "from", to_day as "to", ended_at as ended
          from screening.absence where account = ? order by from_day""",
          """
          select 'assigned' as what, c.handle as "case", a.at from screening.assignment a
          join screening.case c on c.id = a.case_id where a.reviewer = ? order by a.at""",
          """
          select 'vote' as what, c.handle as "case", v.verdict, v.criterion, v.note, v.at,
            v.withdrawn_at as withdrawn from screening.vote v
          join screening.case c on c.id = v.case_id where v.reviewer = ? order by v.at""",
          """
          select 'answer noted' as what, c.handle as "case", a.text, a.at
          from screening.answer a join screening.case c on c.id = a.case_id
          where a.noted_by = ? order by a.at""",
          """
          select 'view' as what, name, query, at from screening.saved_view
          where account = ? order by name""");

  private final JdbcClient jdbc;
  private final Striking striking;
  private final Journal journal;

  ReviewerData(JdbcClient jdbc, Striking striking, Journal journal) {
    this.jdbc = jdbc;
    this.striking = striking;
    this.journal = journal;
  }

  @Override
  public String key() {
    return "screening.data.reviewer";
  }

  @Override
  public List<Map<String, Object>> export(Subject subject) {
    UUID account = subject.account();
    return account == null
        ? List.of()
        : HELD.stream()
            .flatMap(sql -> jdbc.sql(sql).param(account).query().listOfRows().stream())
            .toList();
  }

  @Override
  public void erase(Subject subject) {
    UUID account = subject.account();
    if (account != null) {
      free(account);
      remove("delete from screening.interest where account = ?", account);
      remove("delete from screening.absence where account = ?", account);
      remove("delete from screening.absence where stand_in = ?", account);
      remove("delete from screening.saved_view where account = ?", account);
      remove("delete from screening.skip where reviewer = ?", account);
    }
    striking.strike(subject.words(), "screening.vote", "note");
    striking.strike(subject.words(), "screening.answer", "text");
    striking.strike(subject.words(), "screening.pause", "reason");
    striking.strike(subject.words(), "screening.saved_view", "name", "query");
  }

  private void remove(String sql, UUID account) {
    jdbc.sql(sql).param(account).update();
  }

  /** Cases that the person had taken on are everybody's again. */
  private void free(UUID account) {
    jdbc.sql("update screening.assignment set stands_for = null where stands_for = ?")
        .param(account)
        .update();
    jdbc.sql("delete from screening.assignment where reviewer = ? returning case_id")
        .param(account)
        .query(UUID.class)
        .list()
        .forEach(
            file -> journal.append(new NewEntry("screening.case-freed", file, null, Map.of())));
  }
}
