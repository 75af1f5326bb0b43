package eu.metacluster.grid;

import eu.metacluster.shared.Nuts;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code grid.record}. */
final class GridRecordRows {

  /** The columns to select, of the table under alias {@code r}. */
  static final String COLUMNS =
      """
      r.id, r.kind, r.handle, r.state, r.merged_into, r.title, r.acronym, r.status, r.start_date, \
      r.end_date, r.total_cost, r.contribution, r.framework, r.scheme, r.programmes, r.calls, \
      r.activity, r.city, r.country, r.nuts, r.latitude, r.longitude, r.pillars, r.technologies, \
      r.cancers, r.created_at, r.changed_at, r.published_at, r.checked_on, r.revalidate_on, r.proposed""";

  private GridRecordRows() {}

  static GridRecord read(ResultSet row, int number) throws SQLException {
    return new GridRecord(
        row.getObject("id", UUID.class),
        RecordKind.ofWord(row.getString("kind")),
        row.getString("handle"),
        RecordState.ofWord(row.getString("state")),
        row.getObject("merged_into", UUID.class),
        row.getString("title"),
        row.getString("acronym"),
        row.getString("status"),
        date(row, "start_date"),
        date(row, "end_date"),
        row.getBigDecimal("total_cost"),
        row.getBigDecimal("contribution"),
        row.getString("framework"),
        row.getString("scheme"),
        texts(row, "programmes"),
        texts(row, "calls"),
        row.getString("activity"),
        row.getString("city"),
        row.getString("country"),
        region(row.getString("nuts")),
        row.getObject("latitude", Double.class),
        row.getObject("longitude", Double.class),
        texts(row, "pillars"),
        texts(row, "technologies"),
        texts(row, "cancers"),
        instant(row, "created_at", Instant.EPOCH),
        instant(row, "changed_at", Instant.EPOCH),
        instantOrNull(row, "published_at"),
        date(row, "checked_on"),
        date(row, "revalidate_on"),
        row.getBoolean("proposed"));
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
    Date date = row.getDate(column);
    return date == null ? null : date.toLocalDate();
  }

  static Instant instant(ResultSet row, String column, Instant otherwise) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? otherwise : time.toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  /** As the newest version of the classification calls it. */
  private static @Nullable String region(@Nullable String code) {
    return code == null ? null : Nuts.current(code);
  }
}
