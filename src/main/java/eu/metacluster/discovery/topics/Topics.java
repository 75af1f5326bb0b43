package eu.metacluster.discovery.topics;

import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.GridSubject;
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
  private final GridSubject subject;

  Topics(GridSearch search, Shell shell, GridSubject subject) {
    this.subject = subject;
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

  /**
   * All topics with the number of projects about each; by a described scope, to which the codebook
   * does not belong, those alone that a project is about.
   */
  Map<Facet, List<Found.Count>> all() {
    Census census =
        search.census(GridQuery.EVERYTHING.only(Facet.KIND, RecordKind.PROJECT.word()), List.of());
    boolean whole = subject.described().isEmpty();
    Map<Facet, List<Found.Count>> all = new LinkedHashMap<>();
    for (Facet facet : FACETS) {
      all.put(facet, counted(facet, census, whole));
    }
    all.values().removeIf(List::isEmpty);
    return all;
  }

  private static List<Found.Count> counted(Facet facet, Census census, boolean whole) {
    Stream<String> further =
        census.of(facet).stream()
            .filter(count -> count.count() > 0)
            .map(Found.Count::value)
            .filter(value -> !facet.codebook().contains(value));
    return Stream.concat(facet.codebook().stream(), further)
        .map(value -> new Found.Count(value, census.count(facet, value)))
        .filter(count -> whole || count.count() > 0)
        .toList();
  }
}
