package eu.metacluster.discovery.following;

import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.Sorting;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.PartnerView;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Says how things stand now. */
@Component
class Standings {

  /** So many of the newest answers of a search are remembered. */
  private static final int NEWEST = 50;

  private final Records records;
  private final GridSearch search;

  Standings(Records records, GridSearch search) {
    this.records = records;
    this.search = search;
  }

  /** Whether a search may miss what will be there in a moment. */
  boolean behind() {
    return search.behind();
  }

  /**
   * What a search finds when it begins to be followed; {@link Standing#UNKNOWN} while it may miss
   * something, to be noted as soon as it does not.
   */
  Standing begun(GridQuery query) {
    return behind() ? Standing.UNKNOWN : of(query);
  }

  /** How a record stands; of one that is not public any more nothing but that is told. */
  Standing of(GridRecord record) {
    Map<String, String> values = new TreeMap<>();
    Map<String, List<String>> lists = new TreeMap<>();
    boolean shown = record.state().isPublic();
    put(values, Standing.STATE, shown ? record.state().word() : "withdrawn");
    if (record.kind() == RecordKind.ORGANISATION) {
      lists.put(
          Standing.PROJECTS, shown ? paths(records.projectsOf(record.id(), true)) : List.of());
    }
    if (shown) {
      put(values, Standing.STATUS, record.status());
      put(values, Standing.START, record.startDate());
      put(values, Standing.END, record.endDate());
      put(values, Standing.TITLE, record.title());
      var euro = record.contribution();
      put(values, Standing.FUNDING, euro == null ? null : euro.toPlainString());
      if (record.kind() == RecordKind.PROJECT) {
        lists.put(Standing.PARTNERS, paths(records.partners(record.id())));
      }
    }
    return new Standing(values, lists);
  }

  /** The addresses of the others that still take part. */
  private static List<String> paths(List<PartnerView> partners) {
    return partners.stream()
        .filter(partner -> !partner.ended() && partner.other().state().isPublic())
        .map(partner -> partner.other().path())
        .distinct()
        .toList();
  }

  private static void put(Map<String, String> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value.toString());
    }
  }

  /** What a search finds, what was authorised last first. */
  Standing of(GridQuery query) {
    return new Standing(
        Map.of(), Map.of(Standing.FOUND, newest(query).rows().stream().map(Row::path).toList()));
  }

  /** The newest answers of a search. */
  Found newest(GridQuery query) {
    return search.find(query.by(Sorting.AUTHORISED), NEWEST);
  }

  /** The search of a list's query. */
  static GridQuery query(String question) {
    return GridQuery.of(
            UriComponentsBuilder.newInstance()
                .query(question)
                .build()
                .getQueryParams()
                .entrySet()
                .stream()
                .collect(
                    org.springframework.util.LinkedMultiValueMap::new,
                    (all, one) -> one.getValue().forEach(v -> all.add(one.getKey(), decoded(v))),
                    org.springframework.util.LinkedMultiValueMap::addAll))
        .at(1);
  }

  private static String decoded(@Nullable String value) {
    if (value == null) {
      return "";
    }
    try {
      return java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
