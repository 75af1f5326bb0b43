package eu.metacluster.discovery.matching;

import eu.metacluster.grid.GridRecord;
import java.util.List;

/**
 * Something that is near.
 *
 * @param record a public record
 * @param score the greater the nearer; only to be compared within one answer
 * @param reasons what speaks for it, the strongest first
 */
public record Match(GridRecord record, double score, List<Reason> reasons) {}
