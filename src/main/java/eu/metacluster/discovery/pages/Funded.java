package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.Sorting;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import java.math.BigDecimal;
import java.util.List;

/**
 * The public projects of a call or a programme.
 *
 * @param query the question that finds them all
 * @param codes by which they name it
 * @param count how many there are
 * @param contribution euro, over all of them
 * @param top those with the largest contribution
 * @param countries where their partners are, those in most projects first
 */
public record Funded(
    GridQuery query,
    List<String> codes,
    long count,
    BigDecimal contribution,
    List<Row> top,
    List<Found.Count> countries) {

  private static final int TOP = 10;

  /** The projects that name the call or programme with these identifiers. */
  static Funded of(GridSearch search, RecordKind kind, List<Identifier> identifiers) {
    if (kind == RecordKind.CALL) {
      return of(search, Facet.CALL, identifiers, Scheme.TOPIC);
    }
    Funded parts = of(search, Facet.PROGRAMME, identifiers, Scheme.PROGRAMME);
    return parts.count() > 0 ? parts : of(search, Facet.FRAMEWORK, identifiers, Scheme.PROGRAMME);
  }

  private static Funded of(
      GridSearch search, Facet facet, List<Identifier> identifiers, Scheme scheme) {
    GridQuery query = GridQuery.EVERYTHING.only(Facet.KIND, RecordKind.PROJECT.word());
    List<String> codes =
        identifiers.stream()
            .filter(identifier -> identifier.scheme() == scheme)
            .map(Identifier::value)
            .toList();
    for (String code : codes) {
      query = query.with(facet, code);
    }
    if (codes.isEmpty()) {
      return new Funded(query, codes, 0, BigDecimal.ZERO, List.of(), List.of());
    }
    Found found = search.find(query.by(Sorting.CONTRIBUTION), TOP);
    List<Found.Count> countries =
        found.of(Facet.COUNTRY).stream().filter(c -> !c.value().equals(Facet.NOWHERE)).toList();
    return new Funded(
        query, codes, found.total(), search.contribution(query), found.rows(), countries);
  }

  /** The list of them all. */
  public String all() {
    return query.address("/grid");
  }

  /** The same in figures and charts. */
  public String inCharts() {
    return query.address("/overview");
  }

  /** The same on the map. */
  public String onMap() {
    return query.address("/map");
  }
}
