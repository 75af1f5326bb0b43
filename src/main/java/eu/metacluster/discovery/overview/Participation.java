package eu.metacluster.discovery.overview;

import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.charts.Chart.Cell;
import java.util.List;

/**
 * Which countries take part, the widening countries beside the others.
 *
 * @param groups the groups that can be listed
 */
public record Participation(Chart chart, List<Group> groups) {

  /**
   * A group of countries.
   *
   * @param word by which the bundles call it
   * @param records with somebody from at least one of them
   * @param share of all records
   * @param missing countries of it from which nobody takes part
   */
  public record Group(
      String word, long countries, Cell records, double share, List<String> missing) {}
}
