package eu.metacluster.grid;

import java.util.Collection;
import java.util.List;

/**
 * The door through which findings become claims.
 *
 * <p>Taking the same findings in twice changes nothing but "last confirmed". Batches of some
 * hundred to two thousand findings are best; each is one transaction. Calls wait for each other,
 * also across nodes.
 */
public interface Intake {

  /**
   * Takes over one batch: links each finding to a record by its identifiers or opens a candidate,
   * writes what is new, marks as ended what the source no longer states, and journals each record.
   * An organisation must arrive before, or in the same batch as, a project that names it; a partner
   * that no record answers for opens a candidate by its identifier alone.
   */
  IntakeOutcome accept(Origin origin, List<Finding> batch);

  /** Notes that things known under these keys were stated exactly as before. */
  IntakeOutcome confirm(Origin origin, RecordKind kind, Collection<String> keys);

  /** What {@link #accept} would change; nothing is written. */
  IntakePreview preview(Origin origin, List<Finding> batch);

  /**
   * Takes back exactly what {@code origin.run()} wrote: its claims are gone, what it ended holds
   * again, and records that only it knew are withdrawn, or kept when somebody decided on them.
   */
  IntakeOutcome rollback(Origin origin);
}
