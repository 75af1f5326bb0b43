package eu.metacluster.discovery.topics;

import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what the grid knows of a topic, from the index alone. */
@Component
class Topics {

  /** What topics are made of. */
  static final List<Facet> FACETS = List.of(Facet.PILLAR, Facet.TECHNOLOGY, Facet.CANCER);

  private final GridSearch search;
  private final Shell shell;

  Topics(GridSearch search, Shell shell) {
    this.search = search;
    this.shell = shell;
  }

  /** The projects about a topic. */
  static GridQuery projects(Facet facet, String value) {
    return GridQuery.EVERYTHING.only(Facet.KIND, RecordKind.PROJECT.word()).only(facet, value);
  }

  /** The topic; empty when neither the codebook nor a public project knows it. */
  Optional<Topic> find(Facet facet, String value, Page page) {
    return new TopicFigures(search, shell).find(facet, value, page);
  }

  /** The topic as far as it may be taken along. */
  Optional<Topic> open(Facet facet, String value, Page page) {
    return new TopicFigures(search.open(), shell).find(facet, value, page);
  }

  /** All topics with the number of projects about each. */
  Map<Facet, List<Found.Count>> all() {
    Census census =
        search.census(GridQuery.EVERYTHING.only(Facet.KIND, RecordKind.PROJECT.word()), List.of());
    Map<Facet, List<Found.Count>> all = new LinkedHashMap<>();
    for (Facet facet : FACETS) {
      Stream<String> further =
          census.of(facet).stream()
              .filter(count -> count.count() > 0)
              .map(Found.Count::value)
              .filter(value -> !facet.codebook().contains(value));
      all.put(
          facet,
          Stream.concat(facet.codebook().stream(), further)
              .map(value -> new Found.Count(value, census.count(facet, value)))
              .toList());
    }
    return all;
  }
}
