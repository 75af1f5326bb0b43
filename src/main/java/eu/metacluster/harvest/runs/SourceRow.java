package eu.metacluster.harvest.runs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source as it is set up.
 *
 * @param connector id of the connector that reads it
 * @param location path on the server, null when files are handed in
 */
public record SourceRow(
    long id, String name, String connector, @Nullable String location, Instant createdAt) {}
