package eu.metacluster.screening.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case that takes part in the ranking.
 *
 * @param open whether it waits
 * @param relevant whether the committee decided that it belongs on the grid; false while it is open
 * @param usefulness what the fitted model expects of it, 0 to 1
 * @param any the fitted model's probability that it is in scope
 * @param handed whether a person handed it in, so that a day was promised to somebody
 * @param decided when the committee decided; null while it is open
 * @param priority where it stands now
 */
record Ranked(
    UUID id,
    UUID lead,
    boolean open,
    boolean relevant,
    double usefulness,
    double any,
    boolean out,
    LocalDate due,
    boolean handed,
    @Nullable Instant decided,
    float priority,
    Pick pick) {}
