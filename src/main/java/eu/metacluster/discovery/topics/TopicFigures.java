package eu.metacluster.discovery.topics;

import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.map.Drawing;
import eu.metacluster.discovery.overview.CountryGroup;
import eu.metacluster.discovery.overview.SubjectCharts;
import eu.metacluster.discovery.pages.Wording;
import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Sorting;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts and finds what a topic's page says. */
final class TopicFigures {

  private static final int NEWEST = 6;
  private static final int CALLS = 5;
  private static final int WHO = 12;

  private final GridSearch search;
  private final Shell shell;

  TopicFigures(GridSearch search, Shell shell) {
    this.search = search;
    this.shell = shell;
  }

  Optional<Topic> find(Facet facet, String value, Page page) {
    GridQuery query = Topics.projects(facet, value);
    Census census = search.census(query, List.of());
    boolean known = census.total() > 0 || facet.codebook().contains(value);
    if (!known || !Topics.FACETS.contains(facet)) {
      return Optional.empty();
    }
    GridQuery organisations = query.only(Facet.KIND, RecordKind.ORGANISATION.word());
    SubjectCharts charts = new SubjectCharts(page, query, census);
    List<Chart> parts = new ArrayList<>(List.of(charts.since()));
    Topics.FACETS.stream().filter(other -> other != facet).map(charts::parts).forEach(parts::add);
    List<Found.Count> where =
        census.of(Facet.COUNTRY).stream()
            .filter(count -> count.count() > 0 && !count.value().equals(Facet.NOWHERE))
            .toList();
    return Optional.of(
        new Topic(
            facet,
            value,
            query,
            census,
            search.count(organisations),
            parts,
            drawing(query, where),
            where,
            who(census),
            search.find(query.by(Sorting.NEWEST), NEWEST).rows(),
            calls(facet, value),
            missing(census, parts, page)));
  }

  private Drawing drawing(GridQuery query, List<Found.Count> where) {
    Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
    where.forEach(count -> values.put(count.value(), BigDecimal.valueOf(count.count())));
    return Drawing.of(values, false).withRegions(search.spread(query).regions());
  }

  private static List<Topic.Who> who(Census census) {
    return census.of(Facet.ORGANISATION).stream()
        .filter(count -> census.names().containsKey(count.value()))
        .limit(WHO)
        .map(
            count ->
                new Topic.Who(
                    count.value(),
                    census.names().getOrDefault(count.value(), count.value()),
                    count.count()))
        .toList();
  }

  /** Calls that state the topic; when none does, those that have its words. */
  private Topic.Calls calls(Facet facet, String value) {
    GridQuery open =
        GridQuery.EVERYTHING
            .only(Facet.KIND, RecordKind.CALL.word())
            .with(Facet.STATUS, "open")
            .with(Facet.STATUS, "forthcoming");
    GridQuery stated = open.only(facet, value);
    Found found = search.find(stated, CALLS);
    if (found.total() > 0) {
      return new Topic.Calls(found.rows(), found.total(), stated, false);
    }
    String words = Wording.value(shell.page(Language.EN), facet, value);
    GridQuery named = new GridQuery('"' + words + '"', open.filters(), Sorting.RELEVANCE, 1);
    Found byWords = search.find(named, CALLS);
    return new Topic.Calls(byWords.rows(), byWords.total(), named, true);
  }

  private static List<Topic.Gap> missing(Census census, List<Chart> charts, Page page) {
    List<Topic.Gap> gaps = new ArrayList<>();
    for (CountryGroup group : List.of(CountryGroup.WIDENING, CountryGroup.MEMBER)) {
      List<String> names =
          group.countries().stream()
              .filter(iso -> census.count(Facet.COUNTRY, iso) == 0)
              .map(page::country)
              .sorted(Collator.getInstance(page.locale())::compare)
              .toList();
      add(gaps, group.word(), names);
    }
    for (Chart chart : charts.subList(1, charts.size())) {
      add(
          gaps,
          chart.name(),
          chart.lines().stream()
              .filter(line -> line.whole().none())
              .map(Chart.Line::label)
              .toList());
    }
    return gaps;
  }

  private static void add(List<Topic.Gap> gaps, String key, List<String> names) {
    if (!names.isEmpty()) {
      gaps.add(new Topic.Gap(key, names));
    }
  }
}
