package eu.metacluster.intake.permission;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What an owner said.
 *
 * @param answer yes, no or revoked; null while nobody answered, which is no consent
 * @param textHash of what was shown when the answer was given
 */
public record Permission(
    Instant askedAt,
    @Nullable String answer,
    @Nullable Instant answeredAt,
    byte @Nullable [] textHash) {

  /** Whether this text may be shown. */
  boolean covers(byte[] text) {
    return given() && Arrays.equals(textHash, text);
  }

  /** Whether the last answer was yes. */
  public boolean given() {
    return "yes".equals(answer);
  }
}
