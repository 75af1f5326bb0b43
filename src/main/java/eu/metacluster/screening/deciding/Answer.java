package eu.metacluster.screening.deciding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came back to a question.
 *
 * @param notedBy the member who wrote it down, null when whoever was asked did
 */
public record Answer(@Nullable UUID notedBy, String text, Instant at) {}
