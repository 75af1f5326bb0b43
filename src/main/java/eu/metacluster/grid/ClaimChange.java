package eu.metacluster.grid;

import org.jspecify.annotations.Nullable;

/**
 * One line of a dry run's diff: what a claim would become.
 *
 * @param kind kind of the record
 * @param key the source's key of the thing
 * @param label a readable name of the thing, such as its acronym
 * @param field field key, or {@code partner} with the organisation's identifier behind a colon
 * @param before the value claimed now, null when new
 * @param after the value that would be claimed, null when it would end
 */
public record ClaimChange(
    RecordKind kind,
    String key,
    String label,
    String field,
    @Nullable String before,
    @Nullable String after) {}
