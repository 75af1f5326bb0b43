package eu.metacluster.screening.deciding;

import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Facets;
import eu.metacluster.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Votes and decisions, as they are stored. Nothing of them is ever removed. */
@Component
public class Votes {

  private final JdbcClient jdbc;
  private final Criteria criteria;

  Votes(JdbcClient jdbc, Criteria criteria) {
    this.jdbc = jdbc;
    this.criteria = criteria;
  }

  /** All votes on a case, withdrawn ones too, the earliest first. */
  public List<Vote> of(CaseFile file) {
    Map<String, Criterion> known = known();
    return jdbc.sql("select * from screening.vote where case_id = :id order by at, id")
        .param("id", file.id())
        .query((row, n) -> read(row, known))
        .list();
  }

  /** The votes that count now. */
  public List<Vote> standing(CaseFile file) {
    return of(file).stream().filter(vote -> vote.stands() && vote.round() == file.round()).toList();
  }

  void cast(CaseFile file, UUID reviewer, Ballot ballot, @Nullable Criterion criterion) {
    jdbc.sql(
            """
            insert into screening.vote (id, case_id, round, reviewer, verdict, criterion,
              criterion_version, note, pillars, technologies, cancers, at)
            values (:id, :case, :round, :reviewer, :verdict, :criterion, :version, :note,
              :pillars, :technologies, :cancers, clock_timestamp())""")
        .param("id", Ids.next())
        .param("case", file.id())
        .param("round", file.round())
        .param("reviewer", reviewer)
        .param("verdict", ballot.verdict().word())
        .param("criterion", criterion == null ? null : criterion.key())
        .param("version", criterion == null ? null : criterion.version())
        .param("note", ballot.note())
        .param("pillars", ballot.facets().pillars().toArray(String[]::new))
        .param("technologies", ballot.facets().technologies().toArray(String[]::new))
        .param("cancers", ballot.facets().cancers().toArray(String[]::new))
        .update();
  }

  /** Takes a reviewer's standing vote back; whether there was one. */
  boolean withdraw(CaseFile file, UUID reviewer) {
    return jdbc.sql(
                """
                update screening.vote set withdrawn_at = clock_timestamp()
                where case_id = :id and round = :round and reviewer = :reviewer
                  and withdrawn_at is null""")
            .param("id", file.id())
            .param("round", file.round())
            .param("reviewer", reviewer)
            .update()
        > 0;
  }

  /** All decisions on a case, undone ones too, the earliest first. */
  public List<Decision> decisions(CaseFile file) {
    Map<String, Criterion> known = known();
    return jdbc.sql("select * from screening.decision where case_id = :id order by at, id")
        .param("id", file.id())
        .query((row, n) -> decision(row, known))
        .list();
  }

  /** All criteria, those out of force too, by their id. */
  public Map<String, Criterion> known() {
    return criteria.all().stream()
        .collect(Collectors.toMap(Criterion::id, one -> one, (a, b) -> a, HashMap::new));
  }

  private static Decision decision(ResultSet row, Map<String, Criterion> known)
      throws SQLException {
    return decision(row, known, "id", "round", "scope", "p_core", "p_any");
  }

  /**
   * A decision that was read beside its case, with the doubled columns under names of their own.
   */
  public static Decision listed(ResultSet row, Map<String, Criterion> known) throws SQLException {
    return decision(
        row,
        known,
        "decision_id",
        "decision_round",
        "decision_scope",
        "decision_core",
        "decision_any");
  }

  private static Decision decision(
      ResultSet row,
      Map<String, Criterion> known,
      String id,
      String round,
      String scope,
      String core,
      String any)
      throws SQLException {
    return new Decision(
        row.getObject(id, UUID.class),
        row.getInt(round),
        Verdict.ofWord(row.getString("verdict")),
        known.get(row.getString("criterion") + "." + row.getInt("criterion_version")),
        row.getObject("taken_by", UUID.class),
        row.getInt("persons"),
        row.getInt("records"),
        row.getString(scope),
        row.getDouble(core),
        row.getDouble(any),
        row.getTimestamp("at").toInstant(),
        instant(row, "undone_at"));
  }

  private static Vote read(ResultSet row, Map<String, Criterion> known) throws SQLException {
    return new Vote(
        row.getObject("id", UUID.class),
        row.getInt("round"),
        row.getObject("reviewer", UUID.class),
        Verdict.ofWord(row.getString("verdict")),
        known.get(row.getString("criterion") + "." + row.getInt("criterion_version")),
        row.getString("note"),
        new Facets(
            CaseFile.texts(row, "pillars"),
            CaseFile.texts(row, "technologies"),
            CaseFile.texts(row, "cancers")),
        row.getTimestamp("at").toInstant(),
        instant(row, "withdrawn_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
