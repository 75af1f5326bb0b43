package eu.metacluster.grid;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Claims that the committee makes when it decides. */
@Component
class CommitteeClaims {

  /** The row of {@code grid.source} that stands for the scientific committee. */
  private static final long COMMITTEE = 3;

  private final JdbcClient jdbc;
  private final Derivation derivation;

  CommitteeClaims(JdbcClient jdbc, Derivation derivation) {
    this.jdbc = jdbc;
    this.derivation = derivation;
  }

  /** States these facts in the committee's name, in place of what it stated about the fields. */
  void state(Map<UUID, List<Finding.Fact>> facts) {
    BlockNumbers numbers = new BlockNumbers(jdbc);
    facts.forEach((record, list) -> state(record, list, numbers));
    derivation.derive(facts.keySet());
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
    derivation.derive(List.of(record));
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
}
