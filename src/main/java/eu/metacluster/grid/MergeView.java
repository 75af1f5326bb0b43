package eu.metacluster.grid;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merge of two records.
 *
 * @param from the record that answers with its successor
 * @param into the successor
 * @param undoneAt when it was taken back, null while it holds
 */
public record MergeView(
    UUID id, GridRecord from, GridRecord into, Instant mergedAt, @Nullable Instant undoneAt) {}
