package eu.metacluster.screening.deciding;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts two open cases together, because a person says that their records are the same thing. {@link
 * Splitting} takes them apart again.
 */
@Component
public class Joining {

  private final JdbcClient jdbc;
  private final Cases cases;
  private final Votes votes;
  private final Journal journal;

  Joining(JdbcClient jdbc, Cases cases, Votes votes, Journal journal) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.votes = votes;
    this.journal = journal;
  }

  /**
   * Moves all records of one record's case into the other's. Both begin what they are from now on:
   * a ballot about what was read before is refused.
   *
   * @param into a record whose case goes on
   * @param from a record whose case ends
   * @return the handle of the case that goes on
   * @throws Refusal when one of the cases is not open or is voted on, or they ask different things
   */
  @Transactional
  public String join(UUID actor, UUID into, UUID from) {
    Set<UUID> locked = lock(into, from);
    CaseFile kept = open(into, locked);
    CaseFile ended = open(from, locked);
    check(kept, ended);
    List<UUID> moved = cases.members(ended);
    move(kept, ended);
    cases.nextRound(kept);
    Map<String, Object> facts = Map.of("from", ended.handle(), "to", kept.handle());
    moved.forEach(
        record -> journal.append(new NewEntry("screening.case-joined", record, actor, facts)));
    journal.append(
        new NewEntry("screening.look-alike-joined", kept.id(), actor, facts),
        new NewEntry("screening.look-alike-joined", ended.id(), actor, facts));
    return kept.handle();
  }

  private void check(CaseFile kept, CaseFile ended) {
    if (kept.id().equals(ended.id())) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1561", "screening.error.joinTogether");
    }
    if (kept.purpose() != ended.purpose() || kept.kind() != ended.kind()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1562", "screening.error.joinOther");
    }
    if (!votes.standing(kept).isEmpty() || !votes.standing(ended).isEmpty()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1563", "screening.error.joinVoted");
    }
  }

  private void move(CaseFile kept, CaseFile ended) {
    jdbc.sql(
            """
            update screening.case_member set case_id = :kept, joined = true
            where case_id = :ended""")
        .param("kept", kept.id())
        .param("ended", ended.id())
        .update();
    jdbc.sql(
            """
            update screening.case set state = 'closed', outcome = 'joined',
              ended_at = clock_timestamp() where id = :ended""")
        .param("ended", ended.id())
        .update();
  }

  private Set<UUID> lock(UUID into, UUID from) {
    Set<UUID> ids =
        cases.ofRecords(List.of(into, from)).values().stream()
            .map(CaseFile::id)
            .collect(Collectors.toSet());
    cases.lock(ids);
    return ids;
  }

  /** The record's case as it is behind the lock. */
  private CaseFile open(UUID record, Set<UUID> locked) {
    return cases
        .ofRecord(record)
        .filter(file -> file.open() && locked.contains(file.id()))
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.CONFLICT, "MC-1564", "screening.error.joinClosed"));
  }
}
