package eu.metacluster.screening.scope;

import org.jspecify.annotations.Nullable;

/**
 * A text that is to be ranked.
 *
 * @param vector what it means, by the model of {@link ScopeMeaning#model()}; null while there is
 *     none
 */
public record WaitingText(ScopeText text, float @Nullable [] vector) {}
