package eu.metacluster.screening.queue;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.deciding.Reviewers;
import eu.metacluster.screening.interests.Interests;
import eu.metacluster.shared.Refusal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has taken which case on. An assigned case leaves the others' way through the queue; they may
 * still open it and vote.
 */
@Component
public class Assignments {

  private final JdbcClient jdbc;
  private final Cases cases;
  private final Reviewers reviewers;
  private final Interests interests;
  private final Journal journal;

  Assignments(
      JdbcClient jdbc, Cases cases, Reviewers reviewers, Interests interests, Journal journal) {
    this.interests = interests;
    this.jdbc = jdbc;
    this.cases = cases;
    this.reviewers = reviewers;
    this.journal = journal;
  }

  /** Who has taken the case on; null when nobody has. */
  public @Nullable UUID of(CaseFile file) {
    return jdbc.sql("select reviewer from screening.assignment where case_id = :id")
        .param("id", file.id())
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  /**
   * Gives an open case to a reviewer, or takes it from whoever has it.
   *
   * @param reviewer null frees the case
   * @throws Refusal when the case is not open or the person cannot decide
   */
  @Transactional
  public void give(UUID actor, String handle, @Nullable UUID reviewer) {
    CaseFile file = cases.lock(handle);
    if (!file.open()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1521", "screening.error.notOpen");
    }
    if (reviewer != null && !reviewers.all().containsKey(reviewer)) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1522", "screening.error.noReviewer");
    }
    if (reviewer != null && interests.conflict(reviewer, file).isPresent()) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1533", "screening.interest.error.assigned");
    }
    jdbc.sql("delete from screening.assignment where case_id = :id")
        .param("id", file.id())
        .update();
    if (reviewer == null) {
      journal.append(new NewEntry("screening.case-freed", file.id(), actor, Map.of()));
      return;
    }
    assign(file, actor, reviewer);
  }

  private void assign(CaseFile file, UUID actor, UUID reviewer) {
    jdbc.sql(
            """
            insert into screening.assignment (case_id, reviewer, given_by, at)
            values (:id, :reviewer, :actor, clock_timestamp())""")
        .param("id", file.id())
        .param("reviewer", reviewer)
        .param("actor", actor)
        .update();
    journal.append(
        new NewEntry(
            "screening.case-assigned", file.id(), actor, Map.of("to", reviewer.toString())));
  }

  /** How many open cases this reviewer has taken on and not voted on. */
  long waiting(UUID me) {
    return jdbc.sql(
            """
            select count(*) from screening.assignment a
            join screening.case c on c.id = a.case_id and c.state = 'open'
            where a.reviewer = :me and %s"""
                .formatted(QueueFilter.NOT_VOTED))
        .param("me", me)
        .query(Long.class)
        .single();
  }
}
