package eu.metacluster.grid;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record with its shown values, as lists and page heads need it.
 *
 * @param handle readable part of its address, see {@link #path()}
 * @param mergedInto the record it was merged into, null for a record of its own
 * @param totalCost euro
 * @param contribution euro
 * @param country ISO 3166-1 alpha-2
 * @param checkedOn the day on which a person last confirmed it
 * @param changedAt when a claim of it last came or ended
 * @param proposed whether a person proposed it, so that it is decided on whatever its kind
 */
public record GridRecord(
    UUID id,
    RecordKind kind,
    String handle,
    RecordState state,
    @Nullable UUID mergedInto,
    String title,
    @Nullable String acronym,
    @Nullable String status,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable BigDecimal totalCost,
    @Nullable BigDecimal contribution,
    @Nullable String framework,
    @Nullable String scheme,
    List<String> programmes,
    List<String> calls,
    @Nullable String activity,
    @Nullable String city,
    @Nullable String country,
    @Nullable String nuts,
    @Nullable Double latitude,
    @Nullable Double longitude,
    List<String> pillars,
    List<String> technologies,
    List<String> cancers,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant publishedAt,
    @Nullable LocalDate checkedOn,
    @Nullable LocalDate revalidateOn,
    boolean proposed) {

  /** The acronym when there is one, else the title. */
  public String label() {
    return acronym == null || acronym.isBlank() ? title : acronym;
  }

  /** The public address of the record's page. */
  public String path() {
    return path(kind, handle);
  }

  /** The public address of a record of this kind and handle. */
  public static String path(RecordKind kind, String handle) {
    return "/" + kind.path() + "/" + handle;
  }
}
