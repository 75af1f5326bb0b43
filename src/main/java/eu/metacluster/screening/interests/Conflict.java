package eu.metacluster.screening.interests;

import eu.metacluster.grid.GridRecord;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a reviewer does not decide on a case.
 *
 * @param organisation that takes part in it; null when the reviewer stepped back from this case
 */
public record Conflict(Why why, @Nullable GridRecord organisation) {

  /** Where it comes from. */
  public enum Why {
    /** The reviewer has a role in the organisation. */
    OWN,
    /** The reviewer declared an interest in the organisation. */
    DECLARED,
    /** The reviewer stepped back from the case. */
    CASE;

    /** The word in message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
