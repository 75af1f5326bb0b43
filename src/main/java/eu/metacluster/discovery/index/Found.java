package eu.metacluster.discovery.index;

import java.util.List;
import java.util.Map;

/**
 * What a question found.
 *
 * @param total how many records in all
 * @param rows those of this page
 * @param page the page shown, which is the last when a later one was asked for
 * @param pages how many there are, at least 1
 * @param counts by facet, the values that occur and in how many records, most first; choosing in
 *     one facet does not narrow that facet's own counts
 */
public record Found(
    long total, List<Row> rows, int page, int pages, Map<Facet, List<Count>> counts) {

  /** A value and in how many of the found records it occurs. */
  public record Count(String value, long count) {}

  /** The counts of one facet. */
  public List<Count> of(Facet facet) {
    return counts.getOrDefault(facet, List.of());
  }
}
