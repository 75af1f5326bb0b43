package eu.metacluster.screening.interests;

import eu.metacluster.grid.GridRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation whose cases a reviewer stays off.
 *
 * @param id of what was declared; null when it follows from a role in the organisation
 */
public record Interest(@Nullable UUID id, GridRecord organisation) {

  /** Whether the reviewer declared it and may end it. */
  public boolean declared() {
    return id != null;
  }
}
