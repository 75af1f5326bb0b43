package eu.metacluster.harvest.runs;

/**
 * A source and its part of the grid.
 *
 * @param records public records that it states something about
 * @param share of all public records, between 0 and 1
 */
public record SourcePart(SourceView view, long records, double share) {}
