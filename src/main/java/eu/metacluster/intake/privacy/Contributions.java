package eu.metacluster.intake.privacy;

import eu.metacluster.grid.Forgetting;
import eu.metacluster.intake.permission.Permissions;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.platform.Striking;
import eu.metacluster.screening.cases.CaseWords;
import eu.metacluster.shared.PersonWords;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people handed in, and how it loses its sender wherever it went from here. */
@Component
class Contributions {

  private final JdbcClient jdbc;
  private final Submissions submissions;
  private final Permissions permissions;
  private final Striking striking;
  private final Forgetting grid;
  private final CaseWords cases;

  Contributions(
      JdbcClient jdbc,
      Submissions submissions,
      Permissions permissions,
      Striking striking,
      Forgetting grid,
      CaseWords cases) {
    this.jdbc = jdbc;
    this.submissions = submissions;
    this.permissions = permissions;
    this.striking = striking;
    this.grid = grid;
    this.cases = cases;
  }

  /** All that came from an address, the earliest first. */
  List<Submission> sentBy(String email) {
    return jdbc
        .sql("select submission from intake.person where lower(email) = ? order by submission")
        .param(email)
        .query(UUID.class)
        .list()
        .stream()
        .flatMap(id -> submissions.find(id).stream())
        .toList();
  }

  /**
   * Strikes a person: from what the person sent, with the words to the committee, from what became
   * of it on the grid and among the cases, and from what others handed in.
   */
  void strike(Collection<Submission> sent, PersonWords words) {
    UUID[] ids = sent.stream().map(Submission::id).toArray(UUID[]::new);
    jdbc.sql("update intake.submission set note = '' where id = any(?)").param(ids).update();
    Set<UUID> permitted =
        sent.stream().filter(permissions::covers).map(Submission::id).collect(Collectors.toSet());
    PersonWords own = words.own();
    striking.strikeOf(
        own, "intake.submission", "id", List.of(ids), "facts", "note", "filled", "partners");
    striking.strike(words, "intake.submission", "facts", "note", "filled", "partners");
    permitted.forEach(id -> submissions.find(id).ifPresent(permissions::sameButFor));
    jdbc.sql(
            """
            update intake.mail set message_id = 'gone ' || id
            where submission = any(?) and message_id not like 'gone %'""")
        .param(ids)
        .update();
    striking.strike(words, "intake.mail", "message_id");
    Set<UUID> records =
        sent.stream().map(Submission::record).filter(Objects::nonNull).collect(Collectors.toSet());
    grid.strike(records, own);
    cases.strike(records, own);
  }
}
