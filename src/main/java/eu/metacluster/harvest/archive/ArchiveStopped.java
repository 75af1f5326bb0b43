package eu.metacluster.harvest.archive;

import eu.metacluster.harvest.Reason;
import java.io.IOException;

/** An archive is not followed any further; what was read before stays. */
final class ArchiveStopped extends IOException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  ArchiveStopped(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
