package eu.metacluster.grid;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim with everything its evidence card shows.
 *
 * @param record the record it was made about, which may be one merged into the record asked for
 * @param sourceName name of the source
 * @param precedence the smaller number wins a conflict
 * @param evidence the sentence it was read from, null when the value's place is the evidence
 * @param valid when the value held in the world, null when the source does not say
 * @param at where the bytes stand, snapshot 0 when there are none (a person entered it)
 * @param retrievedAt when the payload was fetched
 * @param lastConfirmed when the source last stated it
 * @param endedAt when the source stopped stating it, null while it does
 * @param goneAt since when the source no longer has the thing, null while it does
 */
public record ClaimView(
    UUID record,
    long id,
    Field field,
    String value,
    long source,
    String sourceName,
    int precedence,
    @Nullable String licence,
    @Nullable String attribution,
    @Nullable String evidence,
    @Nullable Validity valid,
    Finding.Locator at,
    long run,
    Instant retrievedAt,
    Instant lastConfirmed,
    @Nullable Instant endedAt,
    @Nullable Instant goneAt) {

  /** The same, not shown any more since then. */
  ClaimView ended(Instant at) {
    return new ClaimView(
        record,
        id,
        field,
        value,
        source,
        sourceName,
        precedence,
        licence,
        attribution,
        evidence,
        valid,
        this.at,
        run,
        retrievedAt,
        lastConfirmed,
        at,
        goneAt);
  }

  /** Whether the source still states it. */
  public boolean current() {
    return endedAt == null;
  }
}
