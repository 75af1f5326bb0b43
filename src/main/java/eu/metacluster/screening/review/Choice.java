package eu.metacluster.screening.review;

import org.jspecify.annotations.Nullable;

/**
 * A facet that a reviewer may tick.
 *
 * @param value the codebook's word
 * @param ticked whether it is chosen now
 * @param probability what the model gives it, null when it does not propose it
 */
public record Choice(String value, boolean ticked, @Nullable Double probability) {}
