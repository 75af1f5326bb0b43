package eu.metacluster.screening.queue;

import eu.metacluster.screening.cases.CaseFile;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as the queue's query gives it.
 *
 * @param records how many records are in it
 * @param votes how many votes stand
 * @param mine whether one of them is mine
 * @param skipped whether I have put it off
 * @param holder who has taken it on, null when nobody has
 * @param paused whether its clock stands still
 */
record QueueLine(
    CaseFile file,
    int records,
    int votes,
    boolean mine,
    boolean skipped,
    @Nullable UUID holder,
    boolean paused) {}
