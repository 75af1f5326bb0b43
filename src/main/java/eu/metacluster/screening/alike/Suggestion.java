package eu.metacluster.screening.alike;

import eu.metacluster.grid.RecordKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two records of one kind that are probably the same thing.
 *
 * @param one the smaller id of the two
 * @param probability between 0 and 1
 * @param foundAt when the linkage last found it
 * @param dismissedBy the account that said they are not the same, null while nobody has
 */
public record Suggestion(
    UUID id,
    RecordKind kind,
    UUID one,
    UUID other,
    double probability,
    List<Reason> reasons,
    Instant foundAt,
    @Nullable UUID dismissedBy,
    @Nullable Instant dismissedAt) {

  static final String COLUMNS =
      "s.id, s.kind, s.one, s.other, s.probability, s.reasons, s.found_at, s.dismissed_by,"
          + " s.dismissed_at";

  static Suggestion read(ResultSet row, int n) throws SQLException {
    Timestamp dismissed = row.getTimestamp("dismissed_at");
    return new Suggestion(
        row.getObject("id", UUID.class),
        RecordKind.ofWord(row.getString("kind")),
        row.getObject("one", UUID.class),
        row.getObject("other", UUID.class),
        row.getDouble("probability"),
        Reason.ofJson(row.getString("reasons")),
        row.getTimestamp("found_at").toInstant(),
        row.getObject("dismissed_by", UUID.class),
        dismissed == null ? null : dismissed.toInstant());
  }
}
