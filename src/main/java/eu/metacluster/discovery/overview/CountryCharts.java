package eu.metacluster.discovery.overview;

import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.charts.Chart.Cell;
import eu.metacluster.discovery.charts.Chart.Column;
import eu.metacluster.discovery.charts.Chart.Line;
import eu.metacluster.discovery.pages.Wording;
import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.web.Page;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts who takes part, by country and by group of countries. */
final class CountryCharts {

  private final GridSearch search;
  private final Page page;
  private final GridQuery query;
  private final Census census;
  private final GridQuery theirs;
  private final Census organisations;
  private final Map<String, BigDecimal> money;

  /**
   * @param query what is counted
   * @param organisations the same question for organisations, counted
   */
  CountryCharts(
      GridSearch search, Page page, GridQuery query, Census census, Census organisations) {
    this.search = search;
    this.page = page;
    this.query = query;
    this.census = census;
    this.theirs = query.only(Facet.KIND, RecordKind.ORGANISATION.word());
    this.organisations = organisations;
    this.money = search.shares(query);
  }

  Participation participation() {
    List<Line> lines = new ArrayList<>();
    List<Participation.Group> groups = new ArrayList<>();
    for (CountryGroup group : CountryGroup.values()) {
      List<String> countries = countries(group);
      lines.addAll(lines(group, countries));
      if (group != CountryGroup.OTHER && !countries.isEmpty()) {
        groups.add(group(group, countries));
      }
    }
    Chart chart =
        new Chart(
            "countries",
            Chart.Shape.BARS,
            page.t("discovery.chart.countries"),
            page.t("discovery.chart.countries.note", CountryGroup.AS_OF),
            page.t("discovery.facet.country"),
            List.of(
                Column.count("records", page.t("discovery.chart.column.records")),
                Column.count("organisations", page.t("discovery.chart.column.organisations")),
                Column.money("euro", page.t("discovery.chart.column.euroThere"))),
            lines);
    return new Participation(chart, groups);
  }

  private List<Line> lines(CountryGroup group, List<String> countries) {
    Collator collator = Collator.getInstance(page.locale());
    String heading = page.t("discovery.chart.countries." + group.word());
    return countries.stream()
        .map(iso -> line(heading, iso))
        .sorted(
            Comparator.comparingDouble((Line line) -> -line.whole().amount())
                .thenComparing(Line::label, collator::compare))
        .toList();
  }

  /** All of a closed group, of the open one those that take part; of a choice only the chosen. */
  private List<String> countries(CountryGroup group) {
    Set<String> all = new LinkedHashSet<>(group.countries());
    census.of(Facet.COUNTRY).stream()
        .filter(count -> count.count() > 0)
        .map(Found.Count::value)
        .filter(iso -> CountryGroup.of(iso) == group)
        .forEach(all::add);
    Set<String> chosen = query.chosen(Facet.COUNTRY);
    return all.stream().filter(iso -> chosen.isEmpty() || chosen.contains(iso)).toList();
  }

  private Line line(String heading, String iso) {
    long records = census.count(Facet.COUNTRY, iso);
    return new Line(
        iso,
        Wording.value(page, Facet.COUNTRY, iso),
        heading,
        List.of(
            Cell.of(records, SubjectCharts.link(query.only(Facet.COUNTRY, iso))),
            Cell.of(
                organisations.count(Facet.COUNTRY, iso),
                SubjectCharts.link(theirs.only(Facet.COUNTRY, iso))),
            Cell.of(euros(iso, records))));
  }

  private @Nullable BigDecimal euros(String iso, long records) {
    BigDecimal known = money.getOrDefault(iso, BigDecimal.ZERO);
    return records > 0 && known.signum() == 0 ? null : known;
  }

  private Participation.Group group(CountryGroup group, List<String> countries) {
    GridQuery asked = query.without(Facet.COUNTRY);
    for (String iso : countries) {
      asked = asked.with(Facet.COUNTRY, iso);
    }
    long records = search.total(asked);
    return new Participation.Group(
        group.word(),
        countries.size(),
        Cell.of(records, SubjectCharts.link(asked)),
        census.total() == 0 ? 0 : (double) records / census.total(),
        countries.stream()
            .filter(iso -> census.count(Facet.COUNTRY, iso) == 0)
            .map(page::country)
            .sorted(Collator.getInstance(page.locale())::compare)
            .toList());
  }
}
