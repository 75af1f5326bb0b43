package eu.metacluster.discovery.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a question finds, counted.
 *
 * @param counts by facet, the values that occur and in how many records, most first
 * @param names what the values of {@link Facet#ORGANISATION} are called
 * @param crossings for each pair that was asked for, in how many records two values meet
 * @param money over everything
 * @param moneyByYear by the year of the start; what says no year is left out
 */
public record Census(
    long total,
    Map<Facet, List<Found.Count>> counts,
    Map<String, String> names,
    Map<Pair, Map<String, Map<String, Long>>> crossings,
    Purse money,
    Map<String, Purse> moneyByYear) {

  /** Nothing was found. */
  public static final Census NOTHING =
      new Census(0, Map.of(), Map.of(), Map.of(), new Purse(BigDecimal.ZERO, 0, 0), Map.of());

  /** What a list found, as far as it is counted there. */
  public static Census of(Found found) {
    return new Census(
        found.total(), found.counts(), found.names(), Map.of(), NOTHING.money(), Map.of());
  }

  /** Two facets whose values are counted where they meet. */
  public record Pair(Facet rows, Facet columns) {}

  /**
   * An amount and how much of it is known.
   *
   * @param euros the sum of what is stated
   * @param stated in how many records
   * @param records how many there are in all
   */
  public record Purse(BigDecimal euros, long stated, long records) {
    /** How many records say nothing. */
    public long silent() {
      return records - stated;
    }
  }

  /** The counts of one facet. */
  public List<Found.Count> of(Facet facet) {
    return counts.getOrDefault(facet, List.of());
  }

  /** In how many records a facet has a value. */
  public long count(Facet facet, String value) {
    return of(facet).stream()
        .filter(count -> count.value().equals(value))
        .mapToLong(Found.Count::count)
        .findFirst()
        .orElse(0);
  }

  /** In how many records two values meet, for a pair that was asked for. */
  public long where(Pair pair, String row, String column) {
    return crossings
        .getOrDefault(pair, Map.of())
        .getOrDefault(row, Map.of())
        .getOrDefault(column, 0L);
  }
}
