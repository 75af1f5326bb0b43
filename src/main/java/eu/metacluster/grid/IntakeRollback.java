package eu.metacluster.grid;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes back exactly what one run wrote. */
@Component
class IntakeRollback {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final Journal journal;
  private final Publication publication;
  private final Derivation derivation;

  IntakeRollback(
      JdbcClient jdbc,
      NamedParameterJdbcTemplate batches,
      Journal journal,
      Publication publication,
      Derivation derivation) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.journal = journal;
    this.publication = publication;
    this.derivation = derivation;
  }

  IntakeOutcome takeBack(Origin origin) {
    long run = origin.run();
    List<UUID> lost = rows("delete from grid.claim where run = :run returning record", run);
    lost.addAll(rows("delete from grid.participation where run = :run returning project", run));
    List<UUID> regained =
        rows(
            "update grid.claim set ended_run = null, ended_at = null where ended_run = :run returning record",
            run);
    regained.addAll(
        rows(
            "update grid.participation set ended_run = null, ended_at = null where ended_run = :run returning project",
            run));
    Set<UUID> touched = new HashSet<>(lost);
    touched.addAll(regained);
    touched.addAll(rows("delete from grid.sighting where first_run = :run returning record", run));
    jdbc.sql("update grid.sighting set digest = '' where changed_run = :run")
        .param("run", run)
        .update();
    jdbc.sql("update grid.sighting set gone_run = null, gone_at = null where gone_run = :run")
        .param("run", run)
        .update();
    touched.addAll(orphans());
    int withdrawn = settle(origin, touched);
    return new IntakeOutcome(
        -withdrawn, touched.size() - withdrawn, 0, -lost.size(), -regained.size());
  }

  private List<UUID> rows(String sql, long run) {
    return new ArrayList<>(jdbc.sql(sql).param("run", run).query(UUID.class).list());
  }

  /** Records that nobody states any more, such as organisations known by their number alone. */
  private List<UUID> orphans() {
    return jdbc.sql(
            """
            select r.id from grid.record r
            where r.state in ('candidate', 'in_review', 'published', 'due')
              and r.merged_into is null
              and not exists (select 1 from grid.sighting g where g.record = r.id)
              and not exists (select 1 from grid.claim c where c.record = r.id and c.source > 3)
              and not exists (
                select 1 from grid.participation p where p.organisation = r.id and p.ended_run is null)
              and not exists (select 1 from grid.record m where m.merged_into = r.id)""")
        .query(UUID.class)
        .list();
  }

  private int settle(Origin origin, Set<UUID> touched) {
    IntakeState state = new IntakeState(jdbc);
    Map<UUID, IntakeState.Standing> standings = state.standings(touched);
    Map<UUID, List<StatedClaim>> claims = state.claims(touched);
    Set<UUID> sighted = sighted(touched);
    List<SqlParameterSource> updates = new ArrayList<>();
    List<UUID> withdrawn = new ArrayList<>();
    List<NewEntry> entries = new ArrayList<>();
    Timestamp now = Timestamp.from(Instant.now());
    standings.forEach(
        (record, standing) -> {
          if (sighted.contains(record)) {
            ShownValues shown = ShownValues.of(claims.getOrDefault(record, List.of()));
            updates.add(
                RecordColumns.parameters(record, shown, shown.title(standing.title()))
                    .addValue("changed_at", now));
            entries.add(
                new NewEntry(
                    "grid.record-changed",
                    record,
                    null,
                    "{\"rolledBack\":%d,\"source\":%d}".formatted(origin.run(), origin.source())));
          } else if (!standing.decided()) {
            withdrawn.add(record);
          }
        });
    batches.batchUpdate(RecordColumns.UPDATE, updates.toArray(SqlParameterSource[]::new));
    journal.append(entries);
    if (!standings.isEmpty()) {
      derivation.deriveMerged(standings.keySet());
    }
    PartnerDenials.apply(jdbc, touched);
    publication.withdraw(withdrawn, origin);
    publication.endStarter(touched);
    return withdrawn.size();
  }

  private Set<UUID> sighted(Set<UUID> records) {
    return new HashSet<>(
        jdbc.sql(
                """
                select g.record from grid.sighting g where g.record = any(:ids)
                union select p.organisation from grid.participation p
                where p.organisation = any(:ids) and p.ended_run is null""")
            .param("ids", records.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }
}
