package eu.metacluster.screening.deciding;

import eu.metacluster.screening.cases.Facets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's word on a case.
 *
 * @param criterion what it cites, null only with a return
 * @param withdrawnAt when the reviewer took it back, null while it stands
 */
public record Vote(
    UUID id,
    int round,
    UUID reviewer,
    Verdict verdict,
    @Nullable Criterion criterion,
    String note,
    Facets facets,
    Instant at,
    @Nullable Instant withdrawnAt) {

  /** Whether it counts. */
  public boolean stands() {
    return withdrawnAt == null;
  }
}
