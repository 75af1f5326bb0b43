package eu.metacluster.journal.page;

import eu.metacluster.journal.Entry;
import eu.metacluster.journal.SubjectLinks.SubjectLink;
import org.jspecify.annotations.Nullable;

/**
 * One entry as the page shows it.
 *
 * @param sentence what happened in words, null when no module has words for the kind
 * @param subject the page of what it happened to, when there is one
 * @param actor the page of who did it, when there is one
 */
public record Line(
    Entry entry,
    @Nullable String sentence,
    @Nullable SubjectLink subject,
    @Nullable SubjectLink actor) {}
