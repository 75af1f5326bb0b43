package eu.metacluster.grid;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.shared.Ids;
import eu.metacluster.shared.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The life of records, guarded: a transition that is not foreseen is refused. */
@Component
class GridLifecycle implements Lifecycle {

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Publication publication;
  private final CommitteeClaims committee;
  private final Derivation derivation;

  GridLifecycle(
      JdbcClient jdbc,
      Journal journal,
      Publication publication,
      CommitteeClaims committee,
      Derivation derivation) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.publication = publication;
    this.committee = committee;
    this.derivation = derivation;
  }

  @Override
  @Transactional
  public void publish(
      Collection<UUID> records, Map<UUID, List<Finding.Fact>> facets, Reason reason) {
    records.forEach(record -> guard(record, RecordState.PUBLISHED));
    committee.state(facets);
    publication.publish(records, reason);
  }

  @Override
  @Transactional
  public void authorise(
      Collection<UUID> records, Map<UUID, List<Finding.Fact>> facets, Reason reason) {
    records.forEach(record -> guard(record, RecordState.AUTHORISED));
    committee.state(facets);
    publication.move(records, RecordState.AUTHORISED, "decision", reason);
  }

  @Override
  @Transactional
  public void propose(UUID record) {
    jdbc.sql("update grid.record set proposed = true where id = :id").param("id", record).update();
  }

  @Override
  @Transactional
  public void move(UUID record, RecordState to, Reason reason) {
    RecordState from = guard(record, to);
    publication.move(List.of(record), to, "decision", reason);
    if (from.isPublic() && !to.isPublic()) {
      publication.reconsiderNamed(reason);
    }
    if (!from.isPublic() && to.isPublic()) {
      publication.publishNamedBy(List.of(record), reason);
    }
  }

  @Override
  @Transactional
  public void reopen(UUID record, Reason reason) {
    move(record, RecordState.CANDIDATE, reason);
    committee.retract(record);
  }

  /** Refuses a step that the record's state does not allow; locks the record. */
  private RecordState guard(UUID record, RecordState to) {
    RecordState from =
        jdbc.sql("select state from grid.record where id = :id for update")
            .param("id", record)
            .query(String.class)
            .optional()
            .map(RecordState::ofWord)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.NOT_FOUND, "MC-1301", "grid.refused.no-record"));
    if (from != to && !from.next().contains(to)) {
      throw new Refusal(
          Refusal.Kind.CONFLICT, "MC-1302", "grid.refused.transition", from.word(), to.word());
    }
    return from;
  }

  @Override
  @Transactional
  public UUID merge(UUID from, UUID into, Reason reason) {
    RecordMerge merge = new RecordMerge(jdbc);
    merge.check(from, into);
    UUID id = Ids.next();
    merge.write(id, from, into);
    boolean partners = derivation.derive(List.of(into));
    journal.append(
        new NewEntry("grid.record-merged", from, reason.actor(), Map.of("into", into.toString())),
        new NewEntry(
            "grid.record-changed", into, reason.actor(), Map.of("merged", from.toString())));
    publication.publishNamedBy(publicOf(into), reason);
    reconsider(partners, reason);
    return id;
  }

  @Override
  @Transactional
  public void unmerge(UUID merge, Reason reason) {
    RecordMerge.Pair pair = new RecordMerge(jdbc).undo(merge);
    boolean partners = derivation.derive(List.of(pair.from(), pair.into()));
    journal.append(
        new NewEntry(
            "grid.record-unmerged",
            pair.from(),
            reason.actor(),
            Map.of("into", pair.into().toString())),
        new NewEntry(
            "grid.record-changed",
            pair.into(),
            reason.actor(),
            Map.of("unmerged", pair.from().toString())));
    publication.publishNamedBy(publicOf(pair.into()), reason);
    reconsider(partners || takesPart(pair.from()), reason);
  }

  /** Whom nothing public names any more is not public for that. */
  private void reconsider(boolean partners, Reason reason) {
    if (partners) {
      publication.reconsiderNamed(reason);
    }
  }

  private List<UUID> publicOf(UUID record) {
    return jdbc.sql(
            """
            select id from grid.record
            where id = :id and state in ('published', 'due', 'archived')""")
        .param("id", record)
        .query(UUID.class)
        .list();
  }

  private boolean takesPart(UUID project) {
    return jdbc.sql("select exists (select 1 from grid.participation where project = :id)")
        .param("id", project)
        .query(Boolean.class)
        .single();
  }
}
