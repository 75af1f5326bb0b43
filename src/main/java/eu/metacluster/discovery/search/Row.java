package eu.metacluster.discovery.search;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as a line of a list shows it.
 *
 * @param start first day
 * @param end last day
 * @param contribution euro
 * @param country own country, ISO 3166-1 alpha-2
 * @param lead name of the coordinator
 * @param partners number of current partners of a project, or of public projects of an organisation
 * @param countries countries of the partners, most partners first
 * @param type what kind of organisation, body or event
 * @param identifiers such as {@code GRANT:101096888}
 */
public record Row(
    RecordKind kind,
    String handle,
    RecordState state,
    String title,
    @Nullable String acronym,
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    @Nullable BigDecimal contribution,
    @Nullable String country,
    @Nullable String city,
    @Nullable String lead,
    int partners,
    List<String> countries,
    List<String> pillars,
    List<String> technologies,
    List<String> cancers,
    @Nullable String type,
    @Nullable String framework,
    @Nullable LocalDate checkedOn,
    @Nullable String status,
    @Nullable String scheme,
    List<String> programmes,
    List<String> calls,
    List<String> funders,
    List<String> identifiers) {

  /** The first identifier of this scheme, null when there is none. */
  public @Nullable String identifier(Identifier.Scheme scheme) {
    String head = scheme + ":";
    return identifiers.stream()
        .filter(one -> one.startsWith(head))
        .map(one -> one.substring(head.length()))
        .findFirst()
        .orElse(null);
  }

  /** The address of its page. */
  public String path() {
    return GridRecord.path(kind, handle);
  }
}
