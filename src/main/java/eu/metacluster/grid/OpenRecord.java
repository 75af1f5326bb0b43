package eu.metacluster.grid;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may take along of a public record: only what sources state now whose terms allow
 * passing it on.
 *
 * @param record id, kind, handle, state and dates; its shown values may come from any source
 * @param title the shown name among those that may be passed on, null when there is none
 * @param shown the shown value of each field, several where several are normal
 * @param claims current claims, the shown value of each field first
 * @param partners current participations, in the source's order
 * @param identifiers by scheme and value
 */
public record OpenRecord(
    GridRecord record,
    @Nullable String title,
    Map<Field, List<String>> shown,
    List<ClaimView> claims,
    List<Partner> partners,
    List<Identifier> identifiers) {

  /**
   * A participation of a record.
   *
   * @param other what takes part, after merges
   * @param contribution euro
   * @param net euro
   * @param totalCost euro
   * @param claim number of the statement
   */
  public record Partner(
      UUID other,
      String role,
      @Nullable BigDecimal contribution,
      @Nullable BigDecimal net,
      @Nullable BigDecimal totalCost,
      @Nullable String country,
      @Nullable String nuts,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean ended,
      long source,
      long claim,
      Instant retrievedAt) {}
}
