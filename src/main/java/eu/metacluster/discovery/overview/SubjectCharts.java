package eu.metacluster.discovery.overview;

import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.charts.Chart.Cell;
import eu.metacluster.discovery.charts.Chart.Column;
import eu.metacluster.discovery.charts.Chart.Line;
import eu.metacluster.discovery.charts.Chart.Shape;
import eu.metacluster.discovery.pages.Wording;
import eu.metacluster.discovery.search.Band;
import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Census.Pair;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.platform.web.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes charts of what was counted, each figure with the list of exactly what it counts. */
public final class SubjectCharts {

  static final Pair YEARS = new Pair(Facet.YEAR, Facet.PILLAR);
  static final Pair SUBJECTS = new Pair(Facet.TECHNOLOGY, Facet.CANCER);

  /** What {@link #years} and {@link #overTime} need. */
  public static final List<Pair> OVER_TIME =
      List.of(YEARS, new Pair(Facet.YEAR, Facet.TECHNOLOGY), new Pair(Facet.YEAR, Facet.CANCER));

  private static final int MOST_YEARS = 40;

  private final Page page;
  private final GridQuery query;
  private final Census census;

  /**
   * @param query what was counted
   */
  public SubjectCharts(Page page, GridQuery query, Census census) {
    this.page = page;
    this.query = query;
    this.census = census;
  }

  /** Whether a record that was counted bears a word of the codebook's facets. */
  public boolean haveSubjects() {
    return Stream.of(Facet.PILLAR, Facet.TECHNOLOGY, Facet.CANCER)
        .anyMatch(facet -> census.of(facet).stream().anyMatch(count -> count.count() > 0));
  }

  /** Bars of the most frequent values of a facet, or of all in their own order. */
  Chart bars(String name, Facet facet, int most) {
    List<String> values =
        facet.steps().isEmpty()
            ? census.of(facet).stream().map(Found.Count::value).toList()
            : facet.steps();
    List<Line> lines =
        chosen(facet, values).stream()
            .filter(value -> !facet.steps().isEmpty() || census.count(facet, value) > 0)
            .limit(most)
            .map(value -> line(facet, value, List.of(whole(facet, value))))
            .toList();
    return chart(name, Shape.BARS, facet, List.of(records()), lines);
  }

  /** Bars of all words of the codebook for a facet, those that nothing has among them. */
  public Chart parts(Facet facet) {
    List<Line> lines =
        all(facet).stream().map(value -> line(facet, value, List.of(whole(facet, value)))).toList();
    String name =
        switch (facet) {
          case PILLAR -> "pillars";
          case TECHNOLOGY -> "technologies";
          default -> "cancers";
        };
    return chart(name, Shape.BARS, facet, List.of(records()), lines);
  }

  /** Bars of the years of the start. */
  public Chart since() {
    List<Line> lines =
        chosen(Facet.YEAR, allYears()).stream()
            .map(year -> line(Facet.YEAR, year, List.of(whole(Facet.YEAR, year))))
            .toList();
    return chart("since", Shape.BARS, Facet.YEAR, List.of(records()), lines);
  }

  /** Years of the start by pillar. */
  public Chart years() {
    List<String> pillars = all(Facet.PILLAR);
    List<Column> columns = columns(Facet.PILLAR, pillars);
    List<Line> lines =
        chosen(Facet.YEAR, allYears()).stream().map(year -> crossed(YEARS, year, pillars)).toList();
    return chart("years", Shape.STACK, Facet.YEAR, columns, lines);
  }

  /** Years by those values of a facet that occur. */
  public Chart overTime(Facet facet) {
    List<String> values =
        all(facet).stream().filter(value -> census.count(facet, value) > 0).toList();
    Pair pair = new Pair(Facet.YEAR, facet);
    List<Line> lines =
        chosen(Facet.YEAR, allYears()).stream().map(year -> crossed(pair, year, values)).toList();
    return chart(facet.word() + "-time", Shape.HEAT, Facet.YEAR, columns(facet, values), lines);
  }

  /** Technologies by cancer, with what is missing. */
  Chart subjects() {
    List<String> cancers = all(Facet.CANCER);
    List<Column> columns = columns(Facet.CANCER, cancers);
    List<Line> lines =
        all(Facet.TECHNOLOGY).stream()
            .map(technology -> crossed(SUBJECTS, technology, cancers))
            .toList();
    return chart("subjects", Shape.HEAT, Facet.TECHNOLOGY, columns, lines);
  }

  /** What is stated to be paid, by the year of the start. */
  Chart money() {
    List<Column> columns =
        List.of(
            Column.money("euro", page.t("discovery.chart.column.euro")),
            records(),
            Column.count("stated", page.t("discovery.chart.column.stated")),
            Column.count("silent", page.t("discovery.budget.unstated")));
    List<Line> lines = chosen(Facet.YEAR, allYears()).stream().map(this::moneyOf).toList();
    return chart("money", Shape.BARS, Facet.YEAR, columns, lines);
  }

  private Line moneyOf(String year) {
    Census.Purse purse =
        census.moneyByYear().getOrDefault(year, new Census.Purse(BigDecimal.ZERO, 0, 0));
    GridQuery then = query.only(Facet.YEAR, year);
    boolean silent = purse.stated() == 0 && purse.records() > 0;
    return line(
        Facet.YEAR,
        year,
        List.of(
            new Cell(silent ? null : purse.euros(), null),
            Cell.of(purse.records(), link(then)),
            stated(then, purse),
            Cell.of(purse.silent(), silent(then))));
  }

  /** The records that say what they get, as a figure. */
  static Cell stated(GridQuery query, Census.Purse purse) {
    GridQuery stated = query.without(Facet.BUDGET);
    Set<String> bands = query.chosen(Facet.BUDGET);
    for (String band : Facet.BUDGET.steps()) {
      if (!band.equals(Band.UNSTATED) && (bands.isEmpty() || bands.contains(band))) {
        stated = stated.with(Facet.BUDGET, band);
      }
    }
    return Cell.of(purse.stated(), link(stated));
  }

  private static String silent(GridQuery query) {
    return address(query.only(Facet.BUDGET, Band.UNSTATED));
  }

  private Column records() {
    return Column.count("records", page.t("discovery.chart.column.records"));
  }

  private List<Column> columns(Facet facet, List<String> values) {
    List<Column> columns = new ArrayList<>(List.of(records()));
    values.forEach(value -> columns.add(Column.count(value, Wording.value(page, facet, value))));
    return columns;
  }

  private Line crossed(Pair pair, String row, List<String> columns) {
    GridQuery whole = query.only(pair.rows(), row);
    List<Cell> cells = new ArrayList<>(List.of(whole(pair.rows(), row)));
    for (String column : columns) {
      cells.add(Cell.of(census.where(pair, row, column), link(whole.only(pair.columns(), column))));
    }
    return line(pair.rows(), row, cells);
  }

  private Cell whole(Facet facet, String value) {
    return Cell.of(census.count(facet, value), link(query.only(facet, value)));
  }

  private Line line(Facet facet, String value, List<Cell> cells) {
    return new Line(value, Wording.value(page, facet, value), "", cells);
  }

  private Chart chart(
      String name, Shape shape, Facet facet, List<Column> columns, List<Line> lines) {
    return new Chart(
        name,
        shape,
        page.t("discovery.chart." + name),
        page.t("discovery.chart." + name + ".note"),
        page.t("discovery.facet." + facet.word()),
        columns,
        lines);
  }

  /**
   * The words of the codebook and what else occurs; of a facet that was chosen from, the choice.
   */
  private List<String> all(Facet facet) {
    Set<String> values = new LinkedHashSet<>(facet.codebook());
    census.of(facet).stream()
        .filter(count -> count.count() > 0)
        .forEach(count -> values.add(count.value()));
    return chosen(facet, values);
  }

  private List<String> chosen(Facet facet, Collection<String> values) {
    Set<String> chosen = query.chosen(facet);
    return values.stream().filter(value -> chosen.isEmpty() || chosen.contains(value)).toList();
  }

  /** The latest first, without holes when they are not too far apart. */
  private List<String> allYears() {
    List<Integer> years =
        census.of(Facet.YEAR).stream()
            .filter(count -> count.count() > 0 && count.value().matches("[0-9]{4}"))
            .map(count -> Integer.valueOf(count.value()))
            .sorted()
            .toList();
    if (years.isEmpty() || years.getLast() - years.getFirst() >= MOST_YEARS) {
      return years.reversed().stream().map(String::valueOf).toList();
    }
    return IntStream.iterate(years.getLast(), year -> year >= years.getFirst(), year -> year - 1)
        .mapToObj(String::valueOf)
        .toList();
  }

  /** Where a figure leads; null where hundreds of links would each carry very much. */
  static @Nullable String link(GridQuery query) {
    return query.lengthy() ? null : address(query);
  }

  static String address(GridQuery query) {
    return query.at(1).address("/grid");
  }
}
