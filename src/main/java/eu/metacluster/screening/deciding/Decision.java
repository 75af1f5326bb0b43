package eu.metacluster.screening.deciding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision of the committee.
 *
 * @param takenBy whose vote made it effective
 * @param persons how many agreed
 * @param scope what the model had proposed: core, borderline or out
 * @param undoneAt when it was taken back, null while it stands
 */
public record Decision(
    UUID id,
    int round,
    Verdict verdict,
    @Nullable Criterion criterion,
    UUID takenBy,
    int persons,
    int records,
    String scope,
    double core,
    double any,
    Instant at,
    @Nullable Instant undoneAt) {

  /** Whether it holds. */
  public boolean stands() {
    return undoneAt == null;
  }

  /** Whether the model had said the same. */
  public boolean asProposed() {
    return (verdict == Verdict.AUTHORISE) != scope.equals("out");
  }
}
