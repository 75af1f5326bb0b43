package eu.metacluster.grid;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Intake by comparison: plan what a batch changes, then write exactly that. */
@Component
class GridIntake implements Intake {

  /** One bulk writer at a time, on all nodes: identifiers are resolved before they are written. */
  private static final String ONE_WRITER = "select pg_advisory_xact_lock(7420221)";

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final Journal journal;
  private final Publication publication;
  private final IntakeRollback rollback;
  private final Derivation derivation;
  private final Departures departures;

  GridIntake(
      JdbcClient jdbc,
      NamedParameterJdbcTemplate batches,
      Journal journal,
      Publication publication,
      IntakeRollback rollback,
      Derivation derivation,
      Departures departures) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.journal = journal;
    this.publication = publication;
    this.rollback = rollback;
    this.derivation = derivation;
    this.departures = departures;
  }

  @Override
  @Transactional
  public IntakeOutcome accept(Origin origin, List<Finding> batch) {
    batches.getJdbcOperations().execute(ONE_WRITER);
    BlockNumbers numbers = new BlockNumbers(jdbc);
    IntakeState state = new IntakeState(jdbc);
    IntakePlan plan =
        new IntakeComparison(origin, precedence(origin), numbers).compare(state, batch);
    Set<UUID> renewed =
        plan.tally.keySet().stream()
            .filter(record -> !plan.openings.containsKey(record))
            .collect(Collectors.toSet());
    Map<UUID, IntakeState.Standing> standings = state.standings(renewed);
    new IntakeWriter(batches, origin, numbers).write(plan, standings);
    journal(origin, plan);
    followUp(plan, standings);
    return plan.outcome();
  }

  private int precedence(Origin origin) {
    return jdbc.sql("select precedence from grid.source where id = :id")
        .param("id", origin.source())
        .query(Integer.class)
        .single();
  }

  private void journal(Origin origin, IntakePlan plan) {
    List<NewEntry> entries = new ArrayList<>();
    for (IntakePlan.Opening opening : plan.openings.values()) {
      int claims = plan.tally.getOrDefault(opening.id(), new int[2])[0];
      String data =
          "{\"claims\":%d,\"kind\":\"%s\",\"run\":%d,\"source\":%d}"
              .formatted(claims, opening.kind().word(), origin.run(), origin.source());
      entries.add(new NewEntry("grid.record-opened", opening.id(), null, data));
    }
    plan.tally.forEach(
        (record, counts) -> {
          if (plan.changes(record)) {
            String data =
                "{\"claims\":%d,\"ended\":%d,\"run\":%d,\"source\":%d}"
                    .formatted(counts[0], counts[1], origin.run(), origin.source());
            entries.add(new NewEntry("grid.record-changed", record, null, data));
          }
        });
    journal.append(entries);
  }

  /** Withdrawn records that are stated again are candidates; new partners of public ones follow. */
  private void followUp(IntakePlan plan, Map<UUID, IntakeState.Standing> standings) {
    List<UUID> revived = new ArrayList<>();
    List<UUID> shown = new ArrayList<>();
    standings.forEach(
        (record, standing) -> {
          if (standing.state() == RecordState.WITHDRAWN) {
            revived.add(record);
          }
          if (standing.state().isPublic()) {
            shown.add(record);
          }
        });
    publication.revive(revived);
    boolean denied = PartnerDenials.apply(jdbc, plan.tally.keySet());
    if (!standings.isEmpty()) {
      derivation.deriveMerged(standings.keySet());
    }
    if (!shown.isEmpty()) {
      Lifecycle.Reason nobody = new Lifecycle.Reason(null, null, null);
      publication.publishNamedBy(shown, nobody);
      if (denied || !plan.endedPartners.isEmpty()) {
        publication.reconsiderNamed(nobody);
      }
    }
  }

  @Override
  @Transactional(readOnly = true)
  public List<Finding> known(Origin origin, List<Finding> batch) {
    IntakeState state = new IntakeState(jdbc);
    Map<IntakeState.Key, IntakeState.Sighting> seen = state.sightings(origin.source(), batch);
    Set<Identifier> named =
        batch.stream()
            .flatMap(finding -> finding.identifiers().stream())
            .filter(identifier -> identifier.scheme().identifying())
            .collect(Collectors.toSet());
    Set<Identifier> owned = state.owners(named).keySet();
    return batch.stream()
        .filter(
            finding ->
                seen.containsKey(IntakeState.Key.of(finding))
                    || finding.identifiers().stream().anyMatch(owned::contains))
        .toList();
  }

  @Override
  @Transactional
  public IntakeOutcome confirm(Origin origin, RecordKind kind, Collection<String> keys) {
    int confirmed =
        jdbc.sql(
                """
                update grid.sighting g set last_run = :run, last_confirmed = :at,
                  gone_run = null, gone_at = null
                from unnest(:keys::text[]) as stated (key)
                where g.source = :source and g.kind = :kind and g.key = stated.key""")
            .param("run", origin.run())
            .param("at", Timestamp.from(origin.retrievedAt()))
            .param("source", origin.source())
            .param("kind", kind.word())
            .param("keys", keys.toArray(String[]::new))
            .update();
    return new IntakeOutcome(0, 0, confirmed, 0, 0);
  }

  @Override
  @Transactional
  public int gone(Origin origin, RecordKind kind, Collection<String> keys) {
    return departures.named(origin, kind, keys);
  }

  @Override
  @Transactional
  public Missing missing(Origin origin, double share) {
    return departures.unmet(origin, share);
  }

  @Override
  @Transactional(readOnly = true)
  public IntakePreview preview(Origin origin, List<Finding> batch) {
    long[] number = {Long.MIN_VALUE};
    IntakePlan plan =
        new IntakeComparison(origin, precedence(origin), () -> number[0]++)
            .compare(new IntakeState(jdbc), batch);
    Map<Long, Finding> bySighting = new HashMap<>();
    plan.seen.forEach(seen -> bySighting.put(seen.id(), seen.finding()));
    return new IntakePreview(plan.foreseen(), IntakeDiff.of(plan, bySighting));
  }

  @Override
  @Transactional
  public IntakeOutcome rollback(Origin origin) {
    batches.getJdbcOperations().execute(ONE_WRITER);
    return rollback.takeBack(origin);
  }
}
