package eu.metacluster.discovery.network;

import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.charts.Ties;
import eu.metacluster.discovery.overview.SubjectCharts;
import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.Companions;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.PartnerView;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.web.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gathers whom an organisation works with, by its public projects and only those. */
@Component
class Networks {

  /** So many partners have room around it. */
  private static final int MOST = 18;

  private final Records records;
  private final Companions companions;
  private final GridSearch search;

  Networks(Records records, Companions companions, GridSearch search) {
    this.records = records;
    this.companions = companions;
    this.search = search;
  }

  /** The network of a public organisation. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  Network of(GridRecord organisation, Page page) {
    List<UUID> projects =
        records.projectsOf(organisation.id(), true).stream()
            .map(PartnerView::other)
            .map(GridRecord::id)
            .distinct()
            .toList();
    List<Companions.Companion> partners =
        companions.around(organisation.id(), MOST).most().stream()
            .filter(one -> one.organisation().state().isPublic())
            .toList();
    Ring ring = new Ring(organisation, partners);
    return new Network(
        organisation,
        projects.size(),
        ring.nodes(),
        ring.edges(organisation, weights(organisation, projects, partners)),
        charts(search, organisation, page));
  }

  /** How many of these projects two of the shown share. */
  private Map<List<UUID>, Integer> weights(
      GridRecord organisation, Collection<UUID> projects, List<Companions.Companion> partners) {
    Set<UUID> shown =
        Stream.concat(
                Stream.of(organisation.id()), partners.stream().map(one -> one.organisation().id()))
            .collect(Collectors.toSet());
    Map<List<UUID>, Integer> weights = new HashMap<>();
    for (List<UUID> taking : companions.taking(projects).values()) {
      List<UUID> both = taking.stream().filter(shown::contains).distinct().sorted().toList();
      for (int i = 0; i < both.size(); i++) {
        for (int k = i + 1; k < both.size(); k++) {
          weights.merge(List.of(both.get(i), both.get(k)), 1, Integer::sum);
        }
      }
    }
    return weights;
  }

  /** The charts as far as they may be taken along. */
  List<Chart> openCharts(GridRecord organisation, Page page) {
    return charts(search.open(), organisation, page);
  }

  /** The network as far as it may be taken along. */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  Ties openTies(GridRecord organisation, Page page) {
    Census told = search.open().census(query(organisation), List.of());
    return OrganisationTies.of(of(organisation, page), told, page);
  }

  private static GridQuery query(GridRecord organisation) {
    return GridQuery.EVERYTHING
        .only(Facet.KIND, RecordKind.PROJECT.word())
        .only(Facet.ORGANISATION, organisation.handle());
  }

  private static List<Chart> charts(GridSearch search, GridRecord organisation, Page page) {
    GridQuery query = query(organisation);
    Census census = search.census(query, SubjectCharts.OVER_TIME);
    SubjectCharts charts = new SubjectCharts(page, query, census);
    List<Chart> all = new ArrayList<>();
    if (census.total() > 0 && charts.haveSubjects()) {
      all.add(charts.years());
      all.add(charts.overTime(Facet.TECHNOLOGY));
      all.add(charts.overTime(Facet.CANCER));
    }
    return all;
  }
}
