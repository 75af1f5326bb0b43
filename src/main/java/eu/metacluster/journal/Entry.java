package eu.metacluster.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that happened.
 *
 * @param seq place in the chain, from 1, without gaps, in the order of the commits
 * @param at when it was written, in whole microseconds; never before the entry ahead of it
 * @param kind what happened, {@code module.event}, such as {@code grid.recordOpened}
 * @param subject what it happened to, when it is one thing
 * @param actor the account that did it, null when the machine did
 * @param data the facts: a JSON object, exactly as it was hashed
 */
public record Entry(
    long seq, Instant at, String kind, @Nullable UUID subject, @Nullable UUID actor, String data) {

  /** The facts, parsed. Missing ones are found by {@code json().path("name")}. */
  public JsonNode json() {
    return DataText.parse(data);
  }
}
