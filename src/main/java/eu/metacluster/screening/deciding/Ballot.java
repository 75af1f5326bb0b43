package eu.metacluster.screening.deciding;

import eu.metacluster.screening.cases.Facets;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer hands in.
 *
 * @param round the round of the case that the reviewer saw
 * @param criterion id of the criterion cited, see {@link Criterion#id()}
 * @param note a remark, or the question of a return
 */
public record Ballot(
    int round, Verdict verdict, @Nullable String criterion, String note, Facets facets) {}
