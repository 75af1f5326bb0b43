package eu.metacluster.screening.deciding;

import java.time.Instant;
import java.util.UUID;

/**
 * What came back to a question.
 *
 * @param notedBy the member who wrote it down
 */
public record Answer(UUID notedBy, String text, Instant at) {}
