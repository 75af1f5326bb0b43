package eu.metacluster.screening.clock;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.shared.Ids;
import eu.metacluster.shared.Refusal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Clocks that stand still: while a question waits for its answer, or by a person's hand with a
 * reason that the sender reads. The promised day moves on by the working days that they stood.
 */
@Component
public class Pauses {

  private static final int LONGEST = 500;

  private final JdbcClient jdbc;
  private final Calendars calendars;
  private final Journal journal;

  Pauses(JdbcClient jdbc, Calendars calendars, Journal journal) {
    this.jdbc = jdbc;
    this.calendars = calendars;
    this.journal = journal;
  }

  /**
   * A time for which a clock stood still.
   *
   * @param question whether it stood because of a question; else somebody stopped it
   * @param until null while it stands
   */
  public record Pause(boolean question, String reason, Instant since, @Nullable Instant until) {}

  /** Why the clock of a case stands still now; empty while it runs. */
  public Optional<Pause> now(UUID file) {
    return of(file).stream().filter(pause -> pause.until() == null).findFirst();
  }

  /** All pauses of a case, the earliest first. */
  public List<Pause> of(UUID file) {
    return jdbc.sql(
            """
            select cause, reason, since, until from screening.pause where case_id = :id
            order by since""")
        .param("id", file)
        .query(
            (row, n) -> {
              Timestamp until = row.getTimestamp(4);
              return new Pause(
                  row.getString(1).equals("question"),
                  row.getString(2),
                  row.getTimestamp(3).toInstant(),
                  until == null ? null : until.toInstant());
            })
        .list();
  }

  /** The clock stands still until the question is answered; in the decision's transaction. */
  public void forQuestion(UUID file, String question) {
    begin(file, "question", question, null);
  }

  /**
   * A person stops the clock.
   *
   * @param record whose history tells it
   * @param reason the sender reads it
   * @throws Refusal MC-1521 without a reason, MC-1522 when it stands still already
   */
  @Transactional
  public void stop(UUID actor, UUID file, UUID record, String reason) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1521", "screening.error.pauseReason", LONGEST);
    }
    if (begin(file, "hand", reason.strip(), actor) == 0) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1522", "screening.error.paused");
    }
    journal.append(new NewEntry("screening.clock-stopped", record, actor, Map.of()));
  }

  /** A person lets the clock run again. */
  @Transactional
  public void start(UUID actor, UUID file, UUID record) {
    if (resume(file)) {
      journal.append(new NewEntry("screening.clock-started", record, actor, Map.of()));
    }
  }

  private int begin(UUID file, String cause, String reason, @Nullable UUID actor) {
    return jdbc.sql(
            """
            insert into screening.pause (id, case_id, cause, reason, paused_by, since)
            values (:id, :case, :cause, :reason, :actor, now())
            on conflict (case_id) where until is null do nothing""")
        .param("id", Ids.next())
        .param("case", file)
        .param("cause", cause)
        .param("reason", reason)
        .param("actor", actor)
        .update();
  }

  /** Ends the pause of a case, if there is one, and moves its promised day on. */
  public boolean resume(UUID file) {
    Optional<Instant> since =
        jdbc.sql(
                """
                update screening.pause set until = now() where case_id = :id and until is null
                returning since""")
            .param("id", file)
            .query((row, n) -> row.getTimestamp(1).toInstant())
            .optional();
    since.ifPresent(at -> move(file, at));
    return since.isPresent();
  }

  private void move(UUID file, Instant since) {
    WorkingCalendar calendar = calendars.current();
    int stood = calendar.workingDays(calendars.day(since), calendars.today());
    LocalDate due =
        jdbc.sql("select due_on from screening.case where id = :id")
            .param("id", file)
            .query(LocalDate.class)
            .single();
    jdbc.sql("update screening.case set due_on = :due where id = :id")
        .param("due", calendar.later(due, stood))
        .param("id", file)
        .update();
  }
}
