package eu.metacluster.screening.deciding;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordState;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.CaseReading;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.cases.Facets;
import eu.metacluster.screening.clock.Pauses;
import eu.metacluster.shared.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a decision does: to the records of the case, to the case itself, and to the journal, where
 * each record's entry says what its public page tells: by which criterion, by how many persons, and
 * what the model had proposed.
 */
@Component
class Effects {

  private static final String DECIDE =
      """
            insert into screening.decision (id, case_id, purpose, round, verdict, criterion,
              criterion_version, taken_by, persons, records, scope, p_core, p_any, waited, at,
              by_model, by_decisions, pick)
            values (:id, :case, :purpose, :round, :verdict, :criterion, :version, :actor, :persons, :records,
              :scope, :core, :any,
              clock_timestamp() - (select opened_at from screening.case where id = :case),
              clock_timestamp(), (select by_model from screening.case where id = :case),
              (select by_decisions from screening.case where id = :case), :pick)""";

  private final JdbcClient jdbc;
  private final Cases cases;
  private final Lifecycle lifecycle;
  private final Journal journal;
  private final Pauses pauses;
  private final ObjectProvider<Authorising> authorising;

  Effects(
      JdbcClient jdbc,
      Cases cases,
      Lifecycle lifecycle,
      Journal journal,
      Pauses pauses,
      ObjectProvider<Authorising> authorising) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.lifecycle = lifecycle;
    this.journal = journal;
    this.pauses = pauses;
    this.authorising = authorising;
  }

  void carryOut(
      CaseFile file, UUID actor, Ballot ballot, @Nullable Criterion criterion, int persons) {
    List<UUID> records = cases.members(file);
    Verdict verdict = ballot.verdict();
    Lifecycle.Reason reason =
        new Lifecycle.Reason(actor, file.id(), criterion == null ? null : criterion.key());
    switch (verdict) {
      case AUTHORISE ->
          authorise(records, facets(file, records, ballot.facets(), criterion), reason);
      case DECLINE ->
          records.forEach(record -> lifecycle.move(record, RecordState.DECLINED, reason));
      case RETURN ->
          records.forEach(record -> lifecycle.move(record, RecordState.RETURNED, reason));
      case ARCHIVE ->
          records.forEach(record -> lifecycle.move(record, RecordState.ARCHIVED, reason));
    }
    stopClock(file, ballot);
    write(file, actor, verdict, criterion, persons, records.size());
    Map<String, Object> facts = facts(file, criterion, persons);
    records.forEach(
        record ->
            journal.append(new NewEntry("screening." + verdict.past(), record, actor, facts)));
  }

  /** A question stops the clock; any other decision ends what stopped it. */
  private void stopClock(CaseFile file, Ballot ballot) {
    pauses.resume(file.id());
    if (ballot.verdict() == Verdict.RETURN) {
      pauses.forQuestion(file.id(), ballot.note());
    }
  }

  private void authorise(
      List<UUID> records, Map<UUID, List<Finding.Fact>> facets, Lifecycle.Reason reason) {
    List<UUID> free = new ArrayList<>(records);
    authorising.forEach(one -> free.removeAll(one.takeOver(List.copyOf(free), facets, reason)));
    Map<UUID, List<Finding.Fact>> theirs = new HashMap<>(facets);
    theirs.keySet().retainAll(free);
    if (!free.isEmpty()) {
      lifecycle.publish(free, theirs, reason);
    }
  }

  private Map<UUID, List<Finding.Fact>> facets(
      CaseFile file, List<UUID> records, Facets chosen, @Nullable Criterion criterion) {
    List<CaseReading.Sentence> evidence = cases.reading(file).evidence();
    String sentence = evidence.isEmpty() ? null : evidence.getFirst().sentence();
    String scope = criterion == null ? file.scope() : criterion.scope();
    Map<UUID, List<Finding.Fact>> facets = new HashMap<>();
    records.forEach(record -> facets.put(record, chosen.facts(scope, sentence)));
    return facets;
  }

  private void write(
      CaseFile file,
      UUID actor,
      Verdict verdict,
      @Nullable Criterion criterion,
      int persons,
      int records) {
    jdbc.sql(DECIDE)
        .param("id", Ids.next())
        .param("case", file.id())
        .param("purpose", file.purpose().word())
        .param("round", file.round())
        .param("verdict", verdict.word())
        .param("criterion", criterion == null ? null : criterion.key())
        .param("version", criterion == null ? null : criterion.version())
        .param("actor", actor)
        .param("persons", persons)
        .param("records", records)
        .param("scope", file.scope())
        .param("core", file.core())
        .param("any", file.any())
        .param("pick", file.pick())
        .update();
    jdbc.sql(
            """
            update screening.case set state = 'decided', outcome = :verdict,
              ended_at = clock_timestamp() where id = :case""")
        .param("verdict", verdict.word())
        .param("case", file.id())
        .update();
  }

  private static Map<String, Object> facts(
      CaseFile file, @Nullable Criterion criterion, int persons) {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("case", file.handle());
    facts.put("round", file.round());
    facts.put("purpose", file.purpose().word());
    facts.put("persons", persons);
    facts.put("proposed", file.scope());
    facts.put("core", Math.round(file.core() * 1000) / 1000.0);
    facts.put("any", Math.round(file.any() * 1000) / 1000.0);
    if (criterion != null) {
      facts.put("criterion", criterion.key());
      facts.put("version", criterion.version());
      facts.put("en", criterion.english());
      facts.put("fr", criterion.french());
    }
    return facts;
  }

  /**
   * Undoes a decision: the records wait as they did before it, and the case begins another round.
   */
  void takeBack(CaseFile file, Decision decision, UUID actor) {
    List<UUID> records = cases.members(file);
    Lifecycle.Reason reason = new Lifecycle.Reason(actor, file.id(), null);
    authorising.forEach(one -> one.takeBack(records, reason));
    records.forEach(record -> waitAgain(file, record, reason));
    jdbc.sql(
            """
            update screening.decision set undone_at = clock_timestamp(), undone_by = :actor
            where id = :id""")
        .param("actor", actor)
        .param("id", decision.id())
        .update();
    openAgain(file);
    records.forEach(
        record ->
            journal.append(
                new NewEntry(
                    "screening.decision-undone",
                    record,
                    actor,
                    Map.of(
                        "case", file.handle(),
                        "round", decision.round(),
                        "verdict", decision.verdict().word()))));
  }

  /** The records of a returned case wait again, and the case begins another round. */
  void takeUpAgain(CaseFile file, @Nullable UUID actor) {
    Lifecycle.Reason reason = new Lifecycle.Reason(actor, file.id(), null);
    cases.members(file).forEach(record -> lifecycle.reopen(record, reason));
    openAgain(file);
  }

  private void openAgain(CaseFile file) {
    pauses.resume(file.id());
    jdbc.sql(
            """
            update screening.case set state = 'open', outcome = null, ended_at = null,
              round = round + 1 where id = :id""")
        .param("id", file.id())
        .update();
  }

  private void waitAgain(CaseFile file, UUID record, Lifecycle.Reason reason) {
    switch (file.purpose()) {
      case AUTHORISE -> lifecycle.reopen(record, reason);
      case REVALIDATE -> lifecycle.move(record, RecordState.DUE, reason);
    }
  }

  /** A reviewer has spoken and a second is waited for: what is no candidate any more says so. */
  void takeUp(CaseFile file, UUID actor) {
    if (file.purpose() == CaseFile.Purpose.AUTHORISE) {
      Lifecycle.Reason reason = new Lifecycle.Reason(actor, file.id(), null);
      cases.members(file).forEach(one -> lifecycle.move(one, RecordState.IN_REVIEW, reason));
    }
  }

  /** Nobody's vote stands any more. */
  void putDown(CaseFile file, UUID actor) {
    if (file.purpose() == CaseFile.Purpose.AUTHORISE) {
      Lifecycle.Reason reason = new Lifecycle.Reason(actor, file.id(), null);
      cases.members(file).forEach(one -> lifecycle.move(one, RecordState.CANDIDATE, reason));
    }
  }
}
