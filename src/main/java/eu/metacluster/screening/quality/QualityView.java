package eu.metacluster.screening.quality;

import eu.metacluster.screening.learning.Advice;
import java.util.List;

/**
 * What the page on quality shows.
 *
 * @param decided cases decided
 * @param found of these, taken in
 * @param unread open cases
 * @param advice what is probably still unread, and whether one may stop
 * @param curve what was found by what was read
 */
public record QualityView(
    int decided,
    int found,
    int unread,
    Advice advice,
    Curve curve,
    List<SourcePrecision> sources,
    List<MonthAgreement> months,
    Agreement reviewers,
    AuditSample audit) {

  /** Whether enough is decided to say anything. */
  public boolean begun() {
    return decided > 0;
  }
}
