package eu.metacluster.screening.rules;

import eu.metacluster.platform.Identity;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Criterion;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.screening.deciding.Decision;
import eu.metacluster.screening.deciding.Votes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All decisions of the committee, the newest first. */
@Component
class Rulings {

  static final int PAGE = 50;

  private static final String NARROWED =
      """
       from screening.decision d join screening.case c on c.id = d.case_id
      where (:verdict = '' or d.verdict = :verdict)
        and (:criterion = '' or d.criterion = :criterion)
        and (:q = '' or position(:q in c.words) > 0)
        and (not :mine or d.taken_by = :me)""";

  private final JdbcClient jdbc;
  private final Votes votes;
  private final Deciding deciding;

  Rulings(JdbcClient jdbc, Votes votes, Deciding deciding) {
    this.jdbc = jdbc;
    this.votes = votes;
    this.deciding = deciding;
  }

  /** What to list; empty texts narrow nothing. */
  record Wanted(String verdict, String criterion, String q, boolean mine) {}

  List<Ruling> page(Wanted wanted, Identity me, int number) {
    Map<String, Criterion> known = votes.known();
    return jdbc.sql(
            "select d.id as decision_id, d.round as decision_round, d.verdict, d.criterion,"
                + " d.criterion_version, d.taken_by, d.persons, d.records, d.at, d.undone_at,"
                + " d.scope as decision_scope, d.p_core as decision_core, d.p_any as decision_any, "
                + CaseFile.COLUMNS
                + NARROWED
                + " order by d.at desc, d.id desc limit :limit offset :offset")
        .params(parameters(wanted, me))
        .param("limit", PAGE)
        .param("offset", (number - 1L) * PAGE)
        .query(
            (row, n) -> {
              Decision decision = Votes.listed(row, known);
              CaseFile file = CaseFile.read(row, n);
              return new Ruling(
                  file, decision, last(file, decision) && deciding.mayUndo(me, decision));
            })
        .list();
  }

  private static boolean last(CaseFile file, Decision decision) {
    return decision.stands() && !file.open() && decision.round() == file.round();
  }

  long count(Wanted wanted, Identity me) {
    return jdbc.sql("select count(*)" + NARROWED)
        .params(parameters(wanted, me))
        .query(Long.class)
        .single();
  }

  private static Map<String, Object> parameters(Wanted wanted, Identity me) {
    return Map.of(
        "verdict", wanted.verdict(),
        "criterion", wanted.criterion(),
        "q", wanted.q().toLowerCase(Locale.ROOT),
        "mine", wanted.mine(),
        "me", me.account());
  }
}
