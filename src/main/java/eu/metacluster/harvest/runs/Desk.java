package eu.metacluster.harvest.runs;

import eu.metacluster.grid.ClaimChange;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.IntakeOutcome;
import eu.metacluster.grid.IntakePreview;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where batches of findings go: into the grid together with the run's counts, or into a diff. */
@Component
class Desk {

  private final Intake intake;
  private final Runs runs;
  private final RunLog log;
  private final Stated stated;
  private final SourceMemory memory;
  private final TransactionTemplate transaction;

  Desk(
      Intake intake,
      Runs runs,
      RunLog log,
      Stated stated,
      SourceMemory memory,
      TransactionTemplate transaction) {
    this.intake = intake;
    this.runs = runs;
    this.log = log;
    this.stated = stated;
    this.memory = memory;
    this.transaction = transaction;
  }

  /**
   * One worker's hold on one run.
   *
   * @param onlyKnown whether only what the grid knows already is taken in
   */
  record Hold(Origin origin, UUID token, boolean dry, boolean onlyKnown) {}

  /** Where in the run's lists the next lines go. */
  static final class Position {
    private int stated;
    private int changes;
  }

  /** Takes one load, all of it or nothing. */
  void take(Hold hold, Position position, Load load) {
    transaction.executeWithoutResult(
        status -> {
          List<Finding> taken = wanted(hold, load.findings);
          IntakeOutcome outcome =
              hold.dry()
                  ? compare(hold, position, taken)
                  : accept(hold, position, taken).plus(notes(hold, load));
          runs.count(hold.origin().run(), hold.token(), outcome);
        });
  }

  private List<Finding> wanted(Hold hold, List<Finding> batch) {
    if (!hold.onlyKnown() || batch.isEmpty()) {
      return batch;
    }
    List<Finding> known = intake.known(hold.origin(), batch);
    runs.skipped(hold.origin().run(), hold.token(), batch.size() - known.size());
    return known;
  }

  private IntakeOutcome accept(Hold hold, Position position, List<Finding> batch) {
    Map<RecordKind, List<String>> keys = new EnumMap<>(RecordKind.class);
    for (Finding finding : batch) {
      keys.computeIfAbsent(finding.kind(), k -> new ArrayList<>()).add(finding.key());
    }
    keys.forEach((kind, of) -> stated.keep(hold.origin().run(), position.stated++, kind, of));
    return batch.isEmpty() ? IntakeOutcome.NOTHING : intake.accept(hold.origin(), batch);
  }

  /** What a load says beside its findings; what it confirms is counted by the reading. */
  private IntakeOutcome notes(Hold hold, Load load) {
    load.same.forEach((kind, keys) -> intake.confirm(hold.origin(), kind, keys));
    int gone = 0;
    for (Map.Entry<RecordKind, List<String>> entry : load.gone.entrySet()) {
      gone += intake.gone(hold.origin(), entry.getKey(), entry.getValue());
    }
    memory.visited(hold.origin(), load.visits);
    runs.note(hold.origin().run(), hold.token(), gone, load.checkpoint);
    return IntakeOutcome.NOTHING;
  }

  private IntakeOutcome compare(Hold hold, Position position, List<Finding> batch) {
    IntakePreview preview = intake.preview(hold.origin(), batch);
    List<ClaimChange> changes = preview.changes();
    int room = Math.max(0, RunLog.CHANGES_KEPT - position.changes);
    log.changes(
        hold.origin().run(), position.changes, changes.subList(0, Math.min(room, changes.size())));
    position.changes += Math.min(room, changes.size());
    return preview.outcome();
  }
}
