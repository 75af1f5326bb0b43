package eu.metacluster.screening.cases;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the cases of some records in line with the grid: opens, reads again, joins look-alikes and
 * closes. Doing it twice changes nothing.
 */
@Component
public class CaseIntake {

  private final JdbcClient jdbc;
  private final Records records;
  private final Candidates candidates;
  private final CaseRows rows;
  private final Grouping grouping;

  CaseIntake(
      JdbcClient jdbc, Records records, Candidates candidates, CaseRows rows, Grouping grouping) {
    this.jdbc = jdbc;
    this.records = records;
    this.candidates = candidates;
    this.rows = rows;
    this.grouping = grouping;
  }

  /** A record's place among the cases. */
  private record Known(UUID record, UUID id, String state, UUID lead, byte[] digest) {

    boolean open() {
      return state.equals("open");
    }
  }

  /**
   * Looks at these records again. The cases are locked first: whoever decides holds that lock, so
   * that a decision and the state it gives a record are seen together or not at all.
   */
  @Transactional
  public void reconcile(Collection<UUID> ids) {
    Map<UUID, Known> known = known(ids);
    Map<UUID, GridRecord> current = records.all(ids);
    List<GridRecord> waiting = current.values().stream().filter(Candidate::waits).toList();
    List<Candidate> opening = new ArrayList<>();
    List<CaseRows.Update> again = new ArrayList<>();
    for (Candidate candidate : candidates.of(waiting)) {
      Known before = known.get(candidate.record().id());
      if (before == null) {
        opening.add(candidate);
      } else {
        readAgain(candidate, before, again);
      }
    }
    rows.update(again);
    grouping.open(opening);
    known.values().stream()
        .filter(Known::open)
        .filter(one -> !Candidate.waits(current.get(one.record())))
        .forEach(one -> leave(one, current.get(one.record())));
  }

  private Map<UUID, Known> known(Collection<UUID> ids) {
    return jdbc
        .sql(
            """
            select m.record, c.id, c.state, c.lead, c.digest from screening.case_member m
            join screening.case c on c.id = m.case_id
            where m.record = any(:ids) order by c.id for update of c""")
        .param("ids", ids.toArray(UUID[]::new))
        .query(
            (row, n) ->
                new Known(
                    row.getObject("record", UUID.class),
                    row.getObject("id", UUID.class),
                    row.getString("state"),
                    row.getObject("lead", UUID.class),
                    row.getBytes("digest")))
        .stream()
        .collect(Collectors.toMap(Known::record, one -> one));
  }

  private void readAgain(Candidate candidate, Known before, List<CaseRows.Update> again) {
    if (!before.open()) {
      reopen(before.id());
    }
    if (before.lead().equals(candidate.record().id())
        && !Arrays.equals(before.digest(), candidate.digest())) {
      again.add(new CaseRows.Update(before.id(), candidate));
    }
  }

  /** Somebody took the record's decision back elsewhere, or its source states it again. */
  private void reopen(UUID id) {
    jdbc.sql(
            """
            update screening.case set state = 'open', outcome = null, ended_at = null,
              round = round + 1, opened_at = now(), due_on = current_date + 14
            where id = :id""")
        .param("id", id)
        .update();
    jdbc.sql(
            """
            update screening.decision set undone_at = now()
            where case_id = :id and undone_at is null""")
        .param("id", id)
        .update();
  }

  /** The record no longer waits: its case goes on with the others of its group, or is closed. */
  private void leave(Known one, @Nullable GridRecord now) {
    List<UUID> others =
        jdbc.sql("select record from screening.case_member where case_id = :id and record <> :r")
            .param("id", one.id())
            .param("r", one.record())
            .query(UUID.class)
            .list();
    Map<UUID, GridRecord> still = records.all(others);
    List<GridRecord> waiting =
        others.stream().map(still::get).filter(Candidate::waits).map(CaseIntake::present).toList();
    if (waiting.isEmpty()) {
      rows.close(one.id(), reason(now));
      return;
    }
    jdbc.sql("delete from screening.case_member where record = :r")
        .param("r", one.record())
        .update();
    if (one.lead().equals(one.record())) {
      candidates
          .of(List.of(waiting.getFirst()))
          .forEach(lead -> rows.update(List.of(new CaseRows.Update(one.id(), lead))));
    }
  }

  private static GridRecord present(@Nullable GridRecord record) {
    return Objects.requireNonNull(record);
  }

  private static String reason(@Nullable GridRecord now) {
    if (now != null && now.mergedInto() != null) {
      return "merged";
    }
    return now == null || now.state() == RecordState.WITHDRAWN ? "withdrawn" : "elsewhere";
  }
}
