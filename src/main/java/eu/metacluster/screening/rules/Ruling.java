package eu.metacluster.screening.rules;

import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Decision;

/**
 * A decision as a row of the list of decisions.
 *
 * @param undo whether the person who looks may take it back now
 */
public record Ruling(CaseFile file, Decision decision, boolean undo) {}
