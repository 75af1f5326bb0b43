package eu.metacluster.grid;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A claim that holds now, as much of it as comparing and deriving need. */
record StatedClaim(
    UUID record,
    long id,
    long sighting,
    Field field,
    String value,
    @Nullable String valid,
    int precedence,
    Instant retrievedAt) {}
