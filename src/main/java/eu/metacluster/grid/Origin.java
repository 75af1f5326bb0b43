package eu.metacluster.grid;

import java.time.Instant;

/**
 * Where a batch of findings comes from.
 *
 * @param source id given by {@link Sources#register}
 * @param run the run's id; claims, sightings and rollback refer to it
 * @param retrievedAt when the payload was fetched or handed in
 */
public record Origin(long source, long run, Instant retrievedAt) {}
