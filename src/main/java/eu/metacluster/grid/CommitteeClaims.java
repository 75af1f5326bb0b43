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

/** Claims that the committee makes when it decides, and the derivation of what is shown. */
@Component
class CommitteeClaims {

  /** The row of {@code grid.source} that stands for the scientific committee. */
  private static final long COMMITTEE = 3;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;

  CommitteeClaims(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** States these facts in the committee's name, in place of what it stated about the fields. */
  void state(Map<UUID, List<Finding.Fact>> facts) {
    BlockNumbers numbers = new BlockNumbers(jdbc);
    facts.forEach((record, list) -> state(record, list, numbers));
    derive(facts.keySet());
  }

  private void state(UUID record, List<Finding.Fact> facts, BlockNumbers numbers) {
    retractClaims(record);
    for (Finding.Fact fact : facts) {
      jdbc.sql(
              """
              insert into grid.claim (record, id, sighting, source, field, value, evidence,
                snapshot, at_offset, at_length, retrieved_at, run)
              values (:record, :id, 0, :source, :field, :value, :evidence, 0, 0, 0, now(), 0)""")
          .param("record", record)
          .param("id", numbers.getAsLong())
          .param("source", COMMITTEE)
          .param("field", fact.field().key())
          .param("value", fact.value())
          .param("evidence", fact.evidence())
          .update();
    }
  }

  /** Ends what the committee stated about a record. */
  void retract(UUID record) {
    retractClaims(record);
    derive(List.of(record));
  }

  private void retractClaims(UUID record) {
    jdbc.sql(
            """
            update grid.claim set ended_run = 0, ended_at = now()
            where record = :record and source = :source and ended_run is null""")
        .param("record", record)
        .param("source", COMMITTEE)
        .update();
  }

  /**
   * Derives the shown values of these records anew, from their claims and those merged into them.
   */
  void derive(Collection<UUID> records) {
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
  }
}
