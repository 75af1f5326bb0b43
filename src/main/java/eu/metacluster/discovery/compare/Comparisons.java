package eu.metacluster.discovery.compare;

import eu.metacluster.discovery.pages.Facts;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.web.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a comparison shows. Whatever an address names, only public records are read. */
@Component
class Comparisons {

  private static final Pattern PATH = Pattern.compile("/([a-z]{1,20})/([^/?#\\s]{1,200})");
  private static final int MOST_NAMED = 12;
  private static final int SHORT = 80;
  private static final int FOUND = 8;
  private static final int LONGEST_WORDS = 200;

  /** What stands in the head of the column. */
  private static final Set<Field> ELSEWHERE = Set.of(Field.TITLE, Field.ACRONYM);

  private final Records records;
  private final GridSearch search;

  Comparisons(Records records, GridSearch search) {
    this.records = records;
    this.search = search;
  }

  /**
   * The comparison of these.
   *
   * @param named addresses of records, as somebody typed or linked them
   * @param find words to look for a further one
   */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  Comparison of(List<String> named, String find, Page page) {
    Map<UUID, GridRecord> chosen = new LinkedHashMap<>();
    Set<String> unknown = new LinkedHashSet<>();
    boolean dropped = named.size() > MOST_NAMED;
    for (String one : named.subList(0, Math.min(MOST_NAMED, named.size()))) {
      Optional<GridRecord> record = find(one.strip());
      if (record.isEmpty()) {
        unknown.add(one.length() > SHORT ? one.substring(0, SHORT) + "…" : one);
      } else if (chosen.size() < Comparison.MOST || chosen.containsKey(record.get().id())) {
        chosen.put(record.get().id(), record.get());
      } else {
        dropped = true;
      }
    }
    unknown.removeIf(String::isBlank);
    List<Side> sides = chosen.values().stream().map(record -> Side.of(records, record)).toList();
    String words = find.length() > LONGEST_WORDS ? find.substring(0, LONGEST_WORDS) : find;
    return new Comparison(
        List.copyOf(chosen.values()),
        List.copyOf(unknown),
        dropped,
        Common.of(sides),
        sides.size() < 2 ? List.of() : Side.figures(sides, page),
        groups(sides),
        words,
        found(words, chosen));
  }

  private Optional<GridRecord> find(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Arrays.stream(RecordKind.values())
        .filter(kind -> kind.path().equals(parts.group(1)))
        .findFirst()
        .flatMap(kind -> records.find(kind, parts.group(2)))
        .filter(record -> record.state().isPublic());
  }

  private static List<Comparison.Group> groups(List<Side> sides) {
    List<Comparison.Group> groups = new ArrayList<>();
    if (sides.size() > 1) {
      Facts.headings()
          .forEach(
              (heading, fields) -> {
                List<Comparison.Line> lines =
                    fields.stream()
                        .filter(field -> !ELSEWHERE.contains(field))
                        .map(field -> line(field, sides))
                        .filter(line -> line.facts().stream().anyMatch(Optional::isPresent))
                        .toList();
                if (!lines.isEmpty()) {
                  groups.add(new Comparison.Group(heading, lines));
                }
              });
    }
    return groups;
  }

  private static Comparison.Line line(Field field, List<Side> sides) {
    return new Comparison.Line(
        field,
        sides.stream()
            .map(side -> side.facts().of(field).filter(fact -> !fact.values().isEmpty()))
            .toList());
  }

  /** Public records like the first one that the words find; without words none. */
  private List<Row> found(String words, Map<UUID, GridRecord> chosen) {
    if (words.isBlank() || chosen.size() >= Comparison.MOST) {
      return List.of();
    }
    GridQuery query = GridQuery.EVERYTHING.saying(words);
    if (!chosen.isEmpty()) {
      query = query.only(Facet.KIND, chosen.values().iterator().next().kind().word());
    }
    Set<String> paths = new LinkedHashSet<>();
    chosen.values().forEach(record -> paths.add(record.path()));
    return search.find(query, FOUND).rows().stream()
        .filter(row -> !paths.contains(row.path()))
        .toList();
  }
}
