package eu.metacluster.screening.queue;

import eu.metacluster.screening.cases.CaseFile;

/**
 * A case as the queue's query gives it.
 *
 * @param records how many records are in it
 * @param votes how many votes stand
 * @param mine whether one of them is mine
 */
record QueueLine(CaseFile file, int records, int votes, boolean mine) {}
