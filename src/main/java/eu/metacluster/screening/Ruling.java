package eu.metacluster.screening;

/**
 * A decision as a row of the list of decisions.
 *
 * @param undo whether the person who looks may take it back now
 */
public record Ruling(CaseFile file, Decision decision, boolean undo) {}
