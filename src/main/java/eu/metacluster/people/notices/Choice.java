package eu.metacluster.people.notices;

import eu.metacluster.platform.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose for a topic.
 *
 * @param language {@code null} for the language of the account
 */
public record Choice(Frequency frequency, @Nullable Language language) {}
