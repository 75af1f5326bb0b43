package eu.metacluster.screening.queue;

import eu.metacluster.screening.cases.CaseFile;

/**
 * What the person has just done, shown on the page that follows with the way to undo it.
 *
 * @param file the case it was done to
 * @param word authorise, decline, return, or vote when it waits for others
 * @param undo whether the person may take it back now
 */
public record After(CaseFile file, String word, boolean undo) {}
