package eu.metacluster.grid;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Derives the shown values of records from their claims and those of records merged into them. */
@Component
class Derivation {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;

  Derivation(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Derives anew the successors of those records that take part in a merge. */
  void deriveMerged(Collection<UUID> records) {
    derive(
        jdbc.sql(
                """
                select distinct merged_into from grid.record
                where merged_into is not null and (id = any(:ids) or merged_into = any(:ids))""")
            .param("ids", records.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /**
   * Derives these records anew.
   *
   * @return whether a partner was hidden or came back
   */
  boolean derive(Collection<UUID> records) {
    Map<UUID, UUID> roots = new HashMap<>();
    jdbc.sql(
            """
            select id, coalesce(merged_into, id) as root from grid.record
            where id = any(:ids) or merged_into = any(:ids)""")
        .param("ids", records.toArray(UUID[]::new))
        .query(
            row -> {
              roots.put(row.getObject("id", UUID.class), row.getObject("root", UUID.class));
            });
    IntakeState state = new IntakeState(jdbc);
    Map<UUID, List<StatedClaim>> claims = new HashMap<>();
    state
        .claims(roots.keySet())
        .forEach(
            (record, own) ->
                claims
                    .computeIfAbsent(roots.getOrDefault(record, record), r -> new ArrayList<>())
                    .addAll(own));
    List<SqlParameterSource> updates = new ArrayList<>();
    state
        .standings(records)
        .forEach(
            (record, standing) -> {
              ShownValues shown = ShownValues.of(claims.getOrDefault(record, List.of()));
              updates.add(
                  RecordColumns.parameters(record, shown, shown.title(standing.title()))
                      .addValue("changed_at", Timestamp.from(Instant.now())));
            });
    batches.batchUpdate(RecordColumns.UPDATE, updates.toArray(SqlParameterSource[]::new));
    return PartnerDenials.apply(jdbc, records);
  }
}
