package eu.metacluster.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries one wants to see; what is null does not matter.
 *
 * @param kind only this kind
 * @param subject only what happened to this thing
 * @param actor only what this account did
 * @param from only at this time or later
 * @param until only before this time
 */
public record EntryFilter(
    @Nullable String kind,
    @Nullable UUID subject,
    @Nullable UUID actor,
    @Nullable Instant from,
    @Nullable Instant until) {

  /** Everything. */
  public static final EntryFilter ALL = new EntryFilter(null, null, null, null, null);
}
