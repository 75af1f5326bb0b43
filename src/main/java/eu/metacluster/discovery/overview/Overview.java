package eu.metacluster.discovery.overview;

import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.pages.Listing;
import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.web.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The grid at a glance.
 *
 * @param listing what was asked, with the ways to ask otherwise
 * @param all everything that was found
 * @param counted what the charts count: projects, or the kinds that were chosen
 * @param census the same, counted
 * @param kinds how many of each kind
 * @param charts in the order in which they are shown
 */
public record Overview(
    Listing listing,
    Census all,
    GridQuery counted,
    Census census,
    Participation participation,
    Chart kinds,
    List<Chart> charts) {

  private static final int MOST = 12;
  private static final int OTHERS = 4;
  private static final List<Census.Pair> PAIRS =
      List.of(SubjectCharts.YEARS, SubjectCharts.SUBJECTS);

  /**
   * Counts what was asked.
   *
   * @param described whether the partnership described the scope itself, so that the words of the
   *     codebook are charted only where a record bears one
   */
  static Overview of(GridSearch search, Listing listing, Page page, boolean described) {
    GridQuery query = listing.query();
    GridQuery counted =
        query.chosen(Facet.KIND).isEmpty()
            ? query.only(Facet.KIND, RecordKind.PROJECT.word())
            : query;
    Census all = Census.of(listing.found());
    Census census = search.census(counted, PAIRS);
    Census organisations =
        Census.of(search.find(query.only(Facet.KIND, RecordKind.ORGANISATION.word()), 1));
    SubjectCharts charts = new SubjectCharts(page, counted, census);
    return new Overview(
        listing,
        all,
        counted,
        census,
        new CountryCharts(search, page, counted, census, organisations).participation(),
        new SubjectCharts(page, query, all).bars("kinds", Facet.KIND, MOST),
        all(charts, !described || charts.haveSubjects()));
  }

  private static List<Chart> all(SubjectCharts charts, boolean subjects) {
    return Stream.concat(
            subjects ? Stream.of(charts.years(), charts.subjects()) : Stream.of(),
            Stream.of(
                charts.money(),
                charts.bars("sizes", Facet.BUDGET, MOST),
                charts.bars("funders", Facet.FUNDER, MOST),
                charts.bars("programmes", Facet.PROGRAMME, MOST)))
        .toList();
  }

  /** The charts by the codebook's words; none when these do not belong to the scope. */
  public List<Chart> subjects() {
    return charts.subList(0, charts.size() - OTHERS);
  }

  /** The charts that follow them. */
  public List<Chart> others() {
    return charts.subList(charts.size() - OTHERS, charts.size());
  }

  /** The chart of this name. */
  public Optional<Chart> chart(String name) {
    return Stream.concat(Stream.of(kinds, participation.chart()), charts.stream())
        .filter(chart -> chart.name().equals(name))
        .findFirst();
  }

  /** Whether projects are counted because nothing else was chosen. */
  public boolean projects() {
    return listing.query().chosen(Facet.KIND).isEmpty();
  }

  /** The query of the address, with its question mark; empty when nothing is asked. */
  public String question() {
    return listing.query().at(1).address("");
  }

  /** All that was found, as a list. */
  public String list() {
    return listing.query().at(1).address("/grid");
  }

  /** What the charts count, as a list. */
  public String listCounted() {
    return SubjectCharts.address(counted);
  }

  /** Those of one kind, as a list. */
  public String list(RecordKind kind) {
    return SubjectCharts.address(listing.query().only(Facet.KIND, kind.word()));
  }

  /** What the charts count, as far as it says what it gets. */
  public Chart.Cell stated() {
    return SubjectCharts.stated(counted, census.money());
  }

  /** From how many countries somebody takes part. */
  public long countries() {
    return census.of(Facet.COUNTRY).stream()
        .filter(count -> count.count() > 0 && !count.value().equals(Facet.NOWHERE))
        .count();
  }
}
