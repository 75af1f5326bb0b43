package eu.metacluster.screening.deciding;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Records;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.screening.cases.Candidate;
import eu.metacluster.screening.cases.Candidates;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.CaseHandle;
import eu.metacluster.screening.cases.CaseRows;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.shared.Ids;
import eu.metacluster.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives one record of a group of look-alikes a case of its own, when they are not the same. */
@Component
public class Splitting {

  private final JdbcClient jdbc;
  private final Cases cases;
  private final Votes votes;
  private final Records records;
  private final Candidates candidates;
  private final CaseRows rows;
  private final Journal journal;

  Splitting(
      JdbcClient jdbc,
      Cases cases,
      Votes votes,
      Records records,
      Candidates candidates,
      CaseRows rows,
      Journal journal) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.votes = votes;
    this.records = records;
    this.candidates = candidates;
    this.rows = rows;
    this.journal = journal;
  }

  /**
   * Takes the record out of the case.
   *
   * @return the handle of its own case
   * @throws Refusal when the case is decided or voted on, or does not hold the record beside others
   */
  @Transactional
  public String split(UUID actor, String handle, UUID record) {
    CaseFile file = cases.lock(handle);
    List<UUID> members = cases.members(file);
    if (!file.open() || !votes.standing(file).isEmpty()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1516", "screening.error.splitVoted");
    }
    List<Candidate> leaving = candidate(record);
    if (members.size() < 2 || !members.contains(record) || leaving.isEmpty()) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1517", "screening.error.split");
    }
    jdbc.sql("delete from screening.case_member where record = :record")
        .param("record", record)
        .update();
    String own = rows.reopenJoined(record).orElse(null);
    if (own == null) {
      own = CaseHandle.of(record, taken -> cases.find(taken).isPresent());
      rows.open(List.of(new CaseRows.Opening(Ids.next(), own, leaving)));
    } else {
      takeBack(cases.get(own), leaving.getFirst());
    }
    jdbc.sql("update screening.case_member set split = true where record = :record")
        .param("record", record)
        .update();
    if (file.lead().equals(record)) {
      UUID next = members.stream().filter(one -> !one.equals(record)).findFirst().orElseThrow();
      candidate(next).forEach(lead -> rows.update(List.of(new CaseRows.Update(file.id(), lead))));
    }
    cases.nextRound(file);
    note(actor, record, file, own);
    return own;
  }

  /** For the record, and for both cases. */
  private void note(UUID actor, UUID record, CaseFile file, String own) {
    Map<String, Object> ways = Map.of("from", file.handle(), "to", own);
    Map<String, Object> facts =
        Map.of("record", record.toString(), "from", file.handle(), "to", own);
    journal.append(
        new NewEntry("screening.case-split", record, actor, ways),
        new NewEntry("screening.look-alike-split", file.id(), actor, facts),
        new NewEntry("screening.look-alike-split", cases.get(own).id(), actor, facts));
  }

  /** The record is back in the case that it led before it was joined into another one. */
  private void takeBack(CaseFile own, Candidate record) {
    jdbc.sql("insert into screening.case_member (record, case_id) values (:record, :id)")
        .param("record", record.record().id())
        .param("id", own.id())
        .update();
    rows.update(List.of(new CaseRows.Update(own.id(), record)));
  }

  private List<Candidate> candidate(UUID record) {
    List<GridRecord> waiting =
        records.all(List.of(record)).values().stream().filter(Candidate::waits).toList();
    return candidates.of(waiting);
  }
}
