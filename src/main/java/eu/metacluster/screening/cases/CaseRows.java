package eu.metacluster.screening.cases;

import eu.metacluster.platform.CopyRows;
import eu.metacluster.screening.scope.ScopeScore;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes cases: many at once by COPY, with what the model reads in each. */
@Component
public class CaseRows {

  /** Days from opening to the promised decision. */
  static final int DAYS = 14;

  private final JdbcTemplate jdbc;
  private final ScopeReader scope;
  private final Clock clock = Clock.systemUTC();

  CaseRows(JdbcTemplate jdbc, ScopeReader scope) {
    this.jdbc = jdbc;
    this.scope = scope;
  }

  /** A case whose lead record is read again. */
  public record Update(UUID id, Candidate lead) {}

  /** A case to be opened, and the records in it, the lead first. */
  public record Opening(UUID id, String handle, List<Candidate> members) {}

  /** Opens these cases, scored. */
  public void open(List<Opening> openings) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CopyRows cases = new CopyRows();
    CopyRows members = new CopyRows();
    for (Opening opening : openings) {
      add(cases, opening, now);
      opening
          .members()
          .forEach(member -> members.add(member.record().id()).add(opening.id()).end());
    }
    cases.into(
        jdbc,
        "screening.case (id, handle, kind, state, purpose, round, opened_at, due_on, lead, title, acronym,"
            + " year, sources, words, scope, p_core, p_any, usefulness, priority, pillars, technologies,"
            + " cancers, reading, digest, read_at)");
    members.into(jdbc, "screening.case_member (record, case_id)");
  }

  private void add(CopyRows cases, Opening opening, Instant now) {
    Candidate lead = opening.members().getFirst();
    ScopeScore score = scope.score(lead.scopeText());
    cases
        .add(opening.id())
        .add(opening.handle())
        .add(lead.record().kind().word())
        .add("open")
        .add(lead.purpose().word())
        .add(1)
        .add(now)
        .add(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(DAYS))
        .add(lead.record().id())
        .add(lead.record().title())
        .add(lead.record().acronym())
        .add(lead.year())
        .add(lead.sources())
        .add(lead.words())
        .add(word(score))
        .add((float) score.core())
        .add((float) score.any())
        .add((float) ScopeReader.usefulness(score))
        .add((float) ScopeReader.usefulness(score))
        .add(List.copyOf(score.pillars().keySet()))
        .add(List.copyOf(score.technologies().keySet()))
        .add(List.copyOf(score.cancers().keySet()))
        .add(CaseReading.of(score).json())
        .add(lead.digest())
        .add(now)
        .end();
  }

  void join(UUID id, Candidate member) {
    jdbc.update(
        "insert into screening.case_member (record, case_id) values (?, ?)",
        member.record().id(),
        id);
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
          words = ?, scope = ?, p_core = ?, p_any = ?, usefulness = ?, pillars = ?,
          technologies = ?, cancers = ?, reading = ?, digest = ?, read_at = ? where id = ?""",
        updates,
        500,
        (statement, update) -> fill(statement, update, scope.score(update.lead().scopeText())));
  }

  private void fill(PreparedStatement to, Update update, ScopeScore score) throws SQLException {
    Candidate lead = update.lead();
    to.setObject(1, lead.record().id());
    to.setString(2, lead.record().title());
    to.setString(3, lead.record().acronym());
    to.setObject(4, lead.year());
    to.setArray(5, texts(to, lead.sources()));
    to.setString(6, lead.words());
    to.setString(7, word(score));
    to.setFloat(8, (float) score.core());
    to.setFloat(9, (float) score.any());
    to.setFloat(10, (float) ScopeReader.usefulness(score));
    to.setArray(11, texts(to, score.pillars().keySet()));
    to.setArray(12, texts(to, score.technologies().keySet()));
    to.setArray(13, texts(to, score.cancers().keySet()));
    to.setString(14, CaseReading.of(score).json());
    to.setBytes(15, lead.digest());
    to.setTimestamp(16, Timestamp.from(clock.instant()));
    to.setObject(17, update.id());
  }

  private static Array texts(PreparedStatement to, Collection<String> values) throws SQLException {
    return to.getConnection().createArrayOf("text", values.toArray());
  }

  /** Begins another round of a case, for what its lead's state asks. */
  void reopen(UUID id, CaseFile.Purpose purpose) {
    jdbc.update(
        """
        update screening.case set state = 'open', outcome = null, ended_at = null, purpose = ?,
          round = round + 1, opened_at = now(), due_on = current_date + ? where id = ?""",
        purpose.word(),
        DAYS,
        id);
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

  private static String word(ScopeScore score) {
    return score.scope().name().toLowerCase(Locale.ROOT);
  }
}
