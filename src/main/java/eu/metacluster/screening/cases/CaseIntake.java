package eu.metacluster.screening.cases;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
  private final Lifecycle lifecycle;

  CaseIntake(
      JdbcClient jdbc,
      Records records,
      Candidates candidates,
      CaseRows rows,
      Grouping grouping,
      Lifecycle lifecycle) {
    this.jdbc = jdbc;
    this.records = records;
    this.candidates = candidates;
    this.rows = rows;
    this.grouping = grouping;
    this.lifecycle = lifecycle;
  }

  /** A record's place among the cases. */
  private record Known(UUID record, UUID id, String state, UUID lead, byte[] digest) {

    boolean open() {
      return state.equals("open");
    }

    boolean shows(Candidate candidate) {
      return lead.equals(candidate.record().id()) && Arrays.equals(digest, candidate.digest());
    }
  }

  /**
   * Looks at these records again. The cases are locked first: whoever decides holds that lock, so
   * that a decision and the state it gives a record are seen together or not at all. Behind the
   * lock they are read again: while it was waited for, a person may have joined or split them.
   */
  @Transactional
  void reconcile(Collection<UUID> ids) {
    known(ids);
    Map<UUID, Known> known = known(ids);
    Map<UUID, GridRecord> current = records.all(ids);
    List<GridRecord> waiting = current.values().stream().filter(Candidate::waits).toList();
    Set<UUID> whole = wholeAgain(known, waiting);
    List<Candidate> opening = new ArrayList<>();
    List<CaseRows.Update> again = new ArrayList<>();
    for (Candidate candidate : candidates.of(waiting)) {
      Known before = known.get(candidate.record().id());
      if (before != null && (before.open() || whole.contains(before.id()))) {
        readAgain(candidate, before, again);
      } else {
        opening.add(candidate);
      }
    }
    leaveDecided(opening, known);
    rows.update(again);
    grouping.open(opening);
    leaveOpen(known.values(), current);
    askAgain(known, current.values());
  }

  private void leaveOpen(Collection<Known> known, Map<UUID, GridRecord> current) {
    known.stream()
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

  /**
   * Ended cases whose records all wait again: they begin another round. Of any other ended case,
   * what waits again gets a case of its own, and the decision on the rest stays as it is.
   */
  private Set<UUID> wholeAgain(Map<UUID, Known> known, List<GridRecord> waiting) {
    UUID[] ended =
        waiting.stream()
            .map(record -> known.get(record.id()))
            .filter(one -> one != null && !one.open())
            .map(one -> Objects.requireNonNull(one).id())
            .distinct()
            .toArray(UUID[]::new);
    Map<UUID, List<UUID>> members = new HashMap<>();
    jdbc.sql("select case_id, record from screening.case_member where case_id = any(:ended)")
        .param("ended", ended)
        .query(
            (row, n) ->
                members
                    .computeIfAbsent(row.getObject("case_id", UUID.class), id -> new ArrayList<>())
                    .add(row.getObject("record", UUID.class)))
        .list();
    Map<UUID, GridRecord> states =
        records.all(members.values().stream().flatMap(List::stream).toList());
    return members.entrySet().stream()
        .filter(one -> one.getValue().stream().map(states::get).allMatch(Candidate::waits))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void readAgain(Candidate candidate, Known before, List<CaseRows.Update> again) {
    if (before.lead().equals(candidate.record().id())) {
      if (before.open()) {
        rows.ask(before.id(), candidate.purpose());
      } else {
        rows.reopen(before.id(), candidate.purpose());
      }
      if (!before.shows(candidate)) {
        again.add(new CaseRows.Update(before.id(), candidate));
      }
    }
  }

  private void leaveDecided(List<Candidate> opening, Map<UUID, Known> known) {
    UUID[] leaving =
        opening.stream()
            .map(candidate -> candidate.record().id())
            .filter(known::containsKey)
            .toArray(UUID[]::new);
    if (leaving.length > 0) {
      jdbc.sql("delete from screening.case_member where record = any(:leaving)")
          .param("leaving", leaving)
          .update();
    }
  }

  /** What was sent back with a question, and has changed since, waits for the committee again. */
  private void askAgain(Map<UUID, Known> known, Collection<GridRecord> current) {
    List<GridRecord> returned =
        current.stream()
            .filter(record -> record.state() == RecordState.RETURNED)
            .filter(record -> known.containsKey(record.id()))
            .toList();
    for (Candidate candidate : candidates.of(returned)) {
      Known before = Objects.requireNonNull(known.get(candidate.record().id()));
      if (before.lead().equals(candidate.record().id()) && !before.shows(candidate)) {
        lifecycle.reopen(candidate.record().id(), new Lifecycle.Reason(null, before.id(), null));
      }
    }
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
