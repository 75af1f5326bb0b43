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

  /**
   * Those of a batch that speak of something the grid knows: by an identifier, or by the source's
   * own key.
   */
  List<Finding> known(Origin origin, List<Finding> batch);

  /** Notes that things known under these keys were stated exactly as before. */
  IntakeOutcome confirm(Origin origin, RecordKind kind, Collection<String> keys);

  /**
   * Notes that the source no longer has the things known under these keys. Their claims stay, since
   * a fact does not become wrong because a list was shortened; public records among them are due
   * for re-validation at once.
   *
   * @return how many were there until now
   */
  int gone(Origin origin, RecordKind kind, Collection<String> keys);

  /**
   * Notes the same of everything that the source stated earlier and that this run, which read all
   * there is, did not meet; but of nothing when it is more than a share of all, which rather tells
   * of a broken source.
   *
   * @param share the largest part that may have gone, between 0 and 1
   */
  Missing missing(Origin origin, double share);

  /**
   * What a whole reading did not meet.
   *
   * @param known how many things the source had until now
   * @param unmet how many of them were not met
   * @param noted whether they are noted as gone
   */
  record Missing(int known, int unmet, boolean noted) {}

  /** What {@link #accept} would change; nothing is written. */
  IntakePreview preview(Origin origin, List<Finding> batch);

  /**
   * Takes back exactly what {@code origin.run()} wrote: its claims are gone, what it ended holds
   * again, and records that only it knew are withdrawn, or kept when somebody decided on them.
   */
  IntakeOutcome rollback(Origin origin);
}
