package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Intake;
import eu.metacluster.grid.IntakeOutcome;
import eu.metacluster.grid.Origin;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.shared.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How runs end: finished, confirmed as a whole, failed, or taken back. Each is journalled. */
@Component
class Ending {

  private final Runs runs;
  private final Stated stated;
  private final Intake intake;
  private final Journal journal;
  private final SourceMemory memory;
  private final Health health;

  Ending(
      Runs runs,
      Stated stated,
      Intake intake,
      Journal journal,
      SourceMemory memory,
      Health health) {
    this.runs = runs;
    this.stated = stated;
    this.intake = intake;
    this.journal = journal;
    this.memory = memory;
    this.health = health;
  }

  /** Everything was read. */
  @Transactional
  void finished(Desk.Hold hold, RunReading.Legacy legacy) {
    long run = hold.origin().run();
    long source = hold.origin().source();
    runs.finish(run, hold.token(), false);
    if (!hold.dry()) {
      if (legacy.payload() != null) {
        memory.read(source, legacy.payload(), run);
      }
      memory.remember(source, legacy.remembered());
      health.ended(hold.origin(), legacy);
    }
    journal("harvest.run-finished", run, null);
  }

  /** The payload is the one that an earlier run read last: all of it is confirmed at once. */
  @Transactional
  void confirmed(Desk.Hold hold, long earlier) {
    IntakeOutcome outcome = stated.confirm(earlier, hold.origin());
    RunRow.Progress all = new RunRow.Progress(1, 1, outcome.confirmed(), 99, Phase.ENDING);
    runs.beat(hold.origin().run(), hold.token(), all, 0);
    runs.finish(hold.origin().run(), hold.token(), true);
    health.answered(hold.origin().source());
    journal("harvest.run-finished", hold.origin().run(), null);
  }

  /**
   * @param code the quotable code of the sentence
   * @param sentence key of the sentence that says why
   */
  @Transactional
  void failed(Desk.Hold hold, String code, String sentence) {
    runs.fail(hold.origin().run(), hold.token(), new Runs.Failure(code, sentence, null));
    if (!hold.dry()) {
      health.failed(hold.origin(), code);
    }
    journal("harvest.run-failed", hold.origin().run(), null);
  }

  /** The source did not answer as it should. */
  @Transactional
  void failed(Desk.Hold hold, FetchException e) {
    String said = e.detail().isEmpty() ? "" : " " + e.detail();
    runs.fail(
        hold.origin().run(),
        hold.token(),
        new Runs.Failure(e.trouble().code(), e.trouble().key(), e.address().getHost() + said));
    if (!hold.dry()) {
      health.failed(hold.origin(), e);
    }
    journal("harvest.run-failed", hold.origin().run(), null);
  }

  /** Takes back exactly what the run wrote. */
  @Transactional
  RunRow rollBack(long id, @Nullable UUID actor) {
    RunRow run = runs.get(id);
    if (runs.builtUpon(id)) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1412", "harvest.refusal.built_upon");
    }
    if (!runs.rolledBack(id)) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1408", "harvest.refusal.not_done");
    }
    intake.rollback(new Origin(run.source(), id, Instant.now()));
    memory.inMotion(run.source());
    memory.forget(run.source());
    journal("harvest.run-rolled-back", id, actor);
    return runs.get(id);
  }

  private void journal(String kind, long id, @Nullable UUID actor) {
    RunRow run = runs.get(id);
    journal.append(
        new NewEntry(
            kind,
            null,
            actor,
            Map.of(
                "run", id,
                "source", run.source(),
                "dry", run.dry(),
                "found", run.progress().found(),
                "created", run.outcome().created(),
                "changed", run.outcome().changed(),
                "confirmed", run.outcome().confirmed(),
                "claims", run.outcome().claimsWritten(),
                "ended", run.outcome().claimsEnded(),
                "problems", run.problems())));
  }
}
