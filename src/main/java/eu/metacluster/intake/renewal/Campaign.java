package eu.metacluster.intake.renewal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign: the owners of a set of records were asked whether these are still true.
 *
 * @param asked records whose owners got a letter
 * @param remindedAt when those who had not answered were asked again, null when they were not
 * @param endedAt null while it runs
 */
public record Campaign(
    UUID id,
    String name,
    Instant startedAt,
    @Nullable Instant remindedAt,
    @Nullable Instant endedAt,
    int asked) {

  /** Whether answers are still waited for. */
  public boolean running() {
    return endedAt == null;
  }

  /** The address of its page. */
  public String path() {
    return "/campaigns/" + id;
  }
}
