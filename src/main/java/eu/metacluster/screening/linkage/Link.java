package eu.metacluster.screening.linkage;

import java.util.List;

/**
 * Two rows that are held to be the same thing.
 *
 * @param one place of the row in the first table
 * @param other place of the row in the second table, or in the first when it is the only one
 * @param probability between 0 and 1
 * @param reasons columns first, then the row as a whole; empty for a pair that is only linked
 *     through others of its group
 */
public record Link(int one, int other, double probability, List<Agreement> reasons) {

  /** Copies the reasons. */
  public Link {
    reasons = List.copyOf(reasons);
  }
}
