package eu.metacluster.screening.learning;

/**
 * What was advised when so many texts were read.
 *
 * @param read texts read, priors not counted
 * @param advice what the stopping rule said then
 */
public record Checkpoint(int read, Advice advice) {}
