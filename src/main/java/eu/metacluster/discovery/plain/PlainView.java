package eu.metacluster.discovery.plain;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows on which a summary is drafted and released.
 *
 * @param original the text that is sent, null when nothing of the record may be passed on
 * @param now what there is, null when nothing was drafted
 * @param fresh whether it belongs to the text as it is now
 * @param on whether there is a server to ask
 * @param model which one is asked
 * @param typed what somebody typed that could not be used, else null
 * @param problem what went wrong, null when nothing did
 */
public record PlainView(
    GridRecord record,
    @Nullable String original,
    @Nullable PlainText now,
    boolean fresh,
    boolean on,
    String model,
    @Nullable String typed,
    @Nullable Refusal problem) {

  /** Whether there is something to release. */
  public boolean releasable() {
    return now != null && fresh && !now.proposed().isEmpty();
  }

  /** What stands in the field. */
  public String words() {
    return typed != null ? typed : now == null ? "" : now.proposed();
  }
}
