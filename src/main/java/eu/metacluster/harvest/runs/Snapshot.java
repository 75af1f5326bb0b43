package eu.metacluster.harvest.runs;

import java.time.Instant;

/**
 * What is known about a stored payload.
 *
 * @param sha256 in hexadecimal writing
 * @param size unpacked bytes
 */
public record Snapshot(
    long id, String sha256, long size, String mediaType, String name, Instant storedAt) {}
