package eu.metacluster.screening.deciding;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.shared.Ids;
import eu.metacluster.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes back to a question with which a case was returned. An answer brings the case back into
 * the queue; so does a source that states something new.
 */
@Component
public class Questions {

  private static final int LONGEST = 4_000;

  private final JdbcClient jdbc;
  private final Cases cases;
  private final Effects effects;
  private final Journal journal;

  Questions(JdbcClient jdbc, Cases cases, Effects effects, Journal journal) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.effects = effects;
    this.journal = journal;
  }

  /** The answers noted on a case, the earliest first. */
  public List<Answer> answers(CaseFile file) {
    return jdbc.sql(
            "select noted_by, text, at from screening.answer where case_id = :id order by at, id")
        .param("id", file.id())
        .query(
            (row, n) ->
                new Answer(
                    row.getObject("noted_by", UUID.class),
                    row.getString("text"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  /**
   * Notes the answer to the question of a returned case, which begins another round.
   *
   * @param actor the member who writes it down, null when whoever was asked answers
   * @throws Refusal when the case does not wait for an answer, or the answer cannot be used
   */
  @Transactional
  public void answer(@Nullable UUID actor, String handle, String text) {
    CaseFile file = cases.lock(handle);
    if (file.open() || !Verdict.RETURN.word().equals(file.outcome())) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1519", "screening.error.noQuestion");
    }
    if (text.isBlank() || text.length() > LONGEST) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1520", "screening.error.answer", LONGEST);
    }
    note(file, actor, text.strip());
    effects.takeUpAgain(file, actor);
    journal.append(
        new NewEntry(
            "screening.question-answered", file.id(), actor, Map.of("round", file.round())));
  }

  private void note(CaseFile file, @Nullable UUID actor, String text) {
    jdbc.sql(
            """
            insert into screening.answer (id, case_id, round, noted_by, text, at)
            values (:id, :case, :round, :actor, :text, clock_timestamp())""")
        .param("id", Ids.next())
        .param("case", file.id())
        .param("round", file.round())
        .param("actor", actor)
        .param("text", text)
        .update();
  }
}
