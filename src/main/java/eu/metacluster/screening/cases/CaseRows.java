package eu.metacluster.screening.cases;

import eu.metacluster.platform.CopyRows;
import eu.metacluster.screening.clock.Receipts;
import eu.metacluster.screening.scope.ScopeScore;
import eu.metacluster.screening.scoping.Gauge;
import eu.metacluster.screening.scoping.ScopeReader;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes cases: many at once by COPY, with what the model reads in each. */
@Component
public class CaseRows {

  private final JdbcTemplate jdbc;
  private final ScopeReader scope;
  private final CaseScores scores;
  private final Receipts receipts;
  private final Clock clock = Clock.systemUTC();

  CaseRows(JdbcTemplate jdbc, ScopeReader scope, CaseScores scores, Receipts receipts) {
    this.jdbc = jdbc;
    this.scope = scope;
    this.scores = scores;
    this.receipts = receipts;
  }

  /** A case whose lead record is read again. */
  public record Update(UUID id, Candidate lead) {}

  /** A case to be opened, and the records in it, the lead first. */
  public record Opening(UUID id, String handle, List<Candidate> members) {

    UUID lead() {
      return members.getFirst().record().id();
    }
  }

  /** Opens these cases, scored. */
  public void open(List<Opening> openings) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CopyRows cases = new CopyRows();
    CopyRows members = new CopyRows();
    Gauge gauge = scope.gauge();
    Map<UUID, Receipts.Promise> promises =
        receipts.promises(openings.stream().map(Opening::lead).toList(), now);
    for (Opening opening : openings) {
      add(cases, opening, gauge, now, Objects.requireNonNull(promises.get(opening.lead())));
      opening
          .members()
          .forEach(member -> members.add(member.record().id()).add(opening.id()).end());
    }
    cases.into(
        jdbc,
        "screening.case (id, handle, kind, state, purpose, round, opened_at, due_on, lead, title, acronym,"
            + " year, sources, words, scope, p_core, p_any, usefulness, priority, pillars, technologies,"
            + " cancers, reading, digest, read_at, ranked_by)");
    members.into(jdbc, "screening.case_member (record, case_id)");
  }

  private static void add(
      CopyRows cases, Opening opening, Gauge gauge, Instant now, Receipts.Promise promise) {
    Candidate lead = opening.members().getFirst();
    ScopeScore score = gauge.score(lead.scopeText(), null);
    CaseReading reading = CaseReading.of(score);
    Facets facets = reading.facets();
    cases
        .add(opening.id())
        .add(opening.handle())
        .add(lead.record().kind().word())
        .add("open")
        .add(lead.purpose().word())
        .add(1)
        .add(promise.from())
        .add(promise.due())
        .add(lead.record().id())
        .add(lead.record().title())
        .add(lead.record().acronym())
        .add(lead.year())
        .add(lead.sources())
        .add(lead.words())
        .add(CaseScores.word(score))
        .add((float) score.core())
        .add((float) score.any())
        .add((float) score.usefulness())
        .add((float) score.usefulness())
        .add(facets.pillars())
        .add(facets.technologies())
        .add(facets.cancers())
        .add(reading.json())
        .add(lead.digest())
        .add(now)
        .add(gauge.key())
        .end();
  }

  /** A record that comes into a case that is there. */
  record Joining(UUID id, UUID member) {}

  void join(List<Joining> all) {
    CopyRows members = new CopyRows();
    all.forEach(one -> members.add(one.member()).add(one.id()).end());
    members.into(jdbc, "screening.case_member (record, case_id)");
  }

  /** Writes down what makes these records look like others. */
  void liken(Collection<Candidate> candidates) {
    UUID[] ids = candidates.stream().map(one -> one.record().id()).toArray(UUID[]::new);
    jdbc.update("delete from screening.likeness where record = any(?)", (Object) ids);
    CopyRows keys = new CopyRows();
    for (Candidate candidate : candidates) {
      candidate.likeness().forEach(key -> keys.add(key).add(candidate.record().id()).end());
    }
    keys.into(jdbc, "screening.likeness (key, record)");
  }

  /** Reads the leads of these cases again. */
  public void update(List<Update> updates) {
    if (updates.isEmpty()) {
      return;
    }
    liken(updates.stream().map(Update::lead).toList());
    jdbc.batchUpdate(
        """
        update screening.case set lead = ?, title = ?, acronym = ?, year = ?, sources = ?,
          words = ?, digest = ?, read_at = ? where id = ?""",
        updates,
        500,
        this::fill);
    Gauge gauge = scope.gauge();
    scores.write(
        updates.stream()
            .map(one -> CaseScores.Scored.of(one.id(), one.lead().scopeText(), null, gauge))
            .toList(),
        gauge);
  }

  private void fill(PreparedStatement to, Update update) throws SQLException {
    Candidate lead = update.lead();
    to.setObject(1, lead.record().id());
    to.setString(2, lead.record().title());
    to.setString(3, lead.record().acronym());
    to.setObject(4, lead.year());
    to.setArray(5, CaseScores.texts(to, lead.sources()));
    to.setString(6, lead.words());
    to.setBytes(7, lead.digest());
    to.setTimestamp(8, Timestamp.from(clock.instant()));
    to.setObject(9, update.id());
  }

  /** Begins another round of a case, for what its lead's state asks. */
  void reopen(UUID id, CaseFile.Purpose purpose) {
    jdbc.update(
        """
        update screening.case set state = 'open', outcome = null, ended_at = null, purpose = ?,
          round = round + 1, opened_at = now(), due_on = ? where id = ?""",
        purpose.word(),
        receipts.dueOfNow(),
        id);
  }

  /** The handle of the case that this record led until that was joined into another one. */
  public Optional<String> reopenJoined(UUID record) {
    return jdbc
        .queryForList(
            """
            update screening.case set state = 'open', outcome = null, ended_at = null,
              round = round + 1
            where id = (
              select c.id from screening.case c
              where c.lead = ? and c.state = 'closed' and c.outcome = 'joined'
              order by c.ended_at desc limit 1)
            returning handle""",
            String.class,
            record)
        .stream()
        .findFirst();
  }

  /** Asks something else on an open case: its record's state has changed beneath it. */
  void ask(UUID id, CaseFile.Purpose purpose) {
    jdbc.update(
        "update screening.case set purpose = ? where id = ? and purpose <> ?",
        purpose.word(),
        id,
        purpose.word());
  }

  /** Closes a case without a decision of the committee. */
  void close(UUID id, String why) {
    jdbc.update(
        "update screening.case set state = 'closed', outcome = ?, ended_at = now() where id = ?",
        why,
        id);
  }
}
