package eu.metacluster.discovery.search;

import eu.metacluster.grid.RecordKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The public grid in numbers.
 *
 * @param kinds how many records of each kind
 * @param countries countries of all partners, with the number of records that have a partner there
 * @param contribution euro, over all projects
 * @param checkedWithinYear how many records a person confirmed within the last 365 days
 */
public record Figures(
    Map<RecordKind, Long> kinds,
    List<Found.Count> countries,
    BigDecimal contribution,
    long total,
    long checkedWithinYear) {

  /** How many records of one kind. */
  public long of(RecordKind kind) {
    return kinds.getOrDefault(kind, 0L);
  }
}
