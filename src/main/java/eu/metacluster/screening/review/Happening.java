package eu.metacluster.screening.review;

import eu.metacluster.screening.deciding.Criterion;
import eu.metacluster.screening.deciding.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a case's history.
 *
 * @param what opened, vote, withdrawn, decided, answered, undone, split, joined, joinedInto, merged
 *     or unmerged
 * @param who the account behind it, null when it was the machine or is not to be seen yet
 * @param verdict null when there is none, or it is not to be seen yet
 * @param persons how many agreed, of a decision
 */
public record Happening(
    Instant at,
    String what,
    @Nullable UUID who,
    @Nullable Verdict verdict,
    @Nullable Criterion criterion,
    String note,
    int persons) {}
