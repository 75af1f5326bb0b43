package eu.metacluster.discovery.index;

import eu.metacluster.grid.GridRecord;
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
    @Nullable LocalDate checkedOn) {

  /** The address of its page. */
  public String path() {
    return GridRecord.path(kind, handle);
  }
}
