package eu.metacluster.grid;

import java.time.Instant;
import java.util.UUID;

/** A claim that holds now, as much of it as comparing and deriving need. */
record StatedClaim(
    UUID record,
    long id,
    long sighting,
    Field field,
    String value,
    int precedence,
    Instant retrievedAt) {}
