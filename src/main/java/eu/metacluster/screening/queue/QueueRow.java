package eu.metacluster.screening.queue;

import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.clock.TimeLeft;
import org.jspecify.annotations.Nullable;

/**
 * A case as a row of the queue.
 *
 * @param summary who, where and when; null when the grid has lost the record since
 * @param records how many look-alikes are decided together
 * @param votes how many votes stand; their content is not shown here
 * @param mine whether one of them is mine
 * @param skipped whether I have put it off
 * @param holder name of whoever has taken it on, null when nobody has
 * @param left how much of its promise is left, null while its clock stands still
 */
public record QueueRow(
    CaseFile file,
    @Nullable Summary summary,
    int records,
    int votes,
    boolean mine,
    boolean skipped,
    @Nullable String holder,
    @Nullable TimeLeft left) {}
