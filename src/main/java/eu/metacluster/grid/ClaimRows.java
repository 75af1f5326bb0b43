package eu.metacluster.grid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Reads rows of claims, participations and identifiers. */
final class ClaimRows {

  /** Columns of {@code grid.participation p} beside those of the record on its other side. */
  static final String PARTNER =
      """
      , p.role, p.contribution as p_contribution, p.net_contribution, p.total_cost as p_total_cost, \
      p.country as p_country, p.nuts as p_nuts, p.from_date, p.to_date, p.ended, p.position, \
      p.id as p_id, p.source, p.snapshot, p.at_offset, p.at_length, \
      p.retrieved_at as p_retrieved_at\
      """;

  /**
   * The participations that are shown of those under a condition: where several sources state the
   * same organisation in the same role, those of the best source, the newest one among equals.
   */
  static String shownParticipations(String condition) {
    return """
         (select p.*, rank() over (
           partition by p.project, p.organisation, p.role
           order by s.precedence, p.source desc) as place
         from grid.participation p join grid.source s on s.id = p.source
         where p.ended_run is null and p.denied_at is null and %s)"""
        .formatted(condition);
  }

  private ClaimRows() {}

  static ClaimView view(ResultSet row, int number) throws SQLException {
    Instant retrieved = GridRecordRows.instant(row, "retrieved_at", Instant.EPOCH);
    String valid = row.getString("valid");
    return new ClaimView(
        row.getObject("record", UUID.class),
        row.getLong("id"),
        Field.ofKey(row.getString("field")),
        row.getString("value"),
        row.getLong("source"),
        row.getString("name"),
        row.getInt("precedence"),
        row.getString("licence"),
        row.getString("attribution"),
        row.getString("evidence"),
        valid == null ? null : Validity.parse(valid),
        locator(row),
        row.getLong("run"),
        retrieved,
        GridRecordRows.instant(row, "last_confirmed", retrieved),
        GridRecordRows.instantOrNull(row, "ended_at"),
        GridRecordRows.instantOrNull(row, "gone_at"));
  }

  static PartnerView partner(ResultSet row, int number) throws SQLException {
    return new PartnerView(
        GridRecordRows.read(row, number),
        row.getString("role"),
        row.getBigDecimal("p_contribution"),
        row.getBigDecimal("net_contribution"),
        row.getBigDecimal("p_total_cost"),
        row.getString("p_country"),
        row.getString("p_nuts"),
        GridRecordRows.date(row, "from_date"),
        GridRecordRows.date(row, "to_date"),
        row.getBoolean("ended"),
        row.getInt("position"),
        row.getLong("p_id"),
        row.getLong("source"),
        locator(row),
        GridRecordRows.instant(row, "p_retrieved_at", Instant.EPOCH));
  }

  static Identifier identifier(ResultSet row, int number) throws SQLException {
    return new Identifier(
        Identifier.Scheme.valueOf(row.getString("scheme")), row.getString("value"));
  }

  static Finding.Locator locator(ResultSet row) throws SQLException {
    return new Finding.Locator(
        row.getLong("snapshot"), row.getLong("at_offset"), row.getInt("at_length"));
  }
}
