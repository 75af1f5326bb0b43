package eu.metacluster.harvest.runs;

import eu.metacluster.grid.ClaimChange;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reason;
import eu.metacluster.platform.CopyRows;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a run had to say: its problems, and a dry run's changes. The first lines of each are kept.
 */
@Component
class RunLog {

  static final int PROBLEMS_KEPT = 10_000;
  static final int CHANGES_KEPT = 5_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate bulk;

  RunLog(JdbcClient jdbc, JdbcTemplate bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  /** Forgets what an earlier attempt of the run said. */
  @Transactional
  void clear(long run) {
    for (String table : List.of("problem", "problem_count", "change", "stated")) {
      jdbc.sql("delete from harvest." + table + " where run = :run").param("run", run).update();
    }
  }

  /** Writes the problems with numbers from {@code first} on, and all counts anew. */
  @Transactional
  void problems(long run, int first, List<Problem> problems, Map<Reason, Integer> counts) {
    CopyRows rows = new CopyRows();
    int no = first;
    for (Problem p : problems) {
      rows.add(run).add(no++).add(p.file()).add(p.line()).add(p.field()).add(p.value());
      rows.add(p.reason().name().toLowerCase(Locale.ROOT)).end();
    }
    rows.into(bulk, "harvest.problem (run, no, file, line, field, value, reason)");
    counts.forEach(
        (reason, count) ->
            jdbc.sql(
                    """
                    insert into harvest.problem_count values (:run, :reason, :count)
                    on conflict (run, reason) do update set count = excluded.count""")
                .param("run", run)
                .param("reason", reason.name().toLowerCase(Locale.ROOT))
                .param("count", count)
                .update());
  }

  /** Writes lines of the diff with numbers from {@code first} on. */
  @Transactional
  void changes(long run, int first, List<ClaimChange> changes) {
    CopyRows rows = new CopyRows();
    int no = first;
    for (ClaimChange c : changes) {
      rows.add(run).add(no++).add(c.kind().word()).add(c.key()).add(c.label()).add(c.field());
      rows.add(c.before()).add(c.after()).end();
    }
    rows.into(bulk, "harvest.change (run, no, kind, key, label, field, before, after)");
  }

  List<Problem> problems(long run, int from, int limit) {
    return jdbc.sql(
            """
            select * from harvest.problem where run = :run and no >= :from order by no limit :limit""")
        .param("run", run)
        .param("from", from)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Problem(
                    row.getString("file"),
                    row.getLong("line"),
                    row.getString("field"),
                    row.getString("value"),
                    Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT))))
        .list();
  }

  /** How often each reason came up. */
  Map<Reason, Integer> counts(long run) {
    Map<Reason, Integer> counts = new TreeMap<>();
    jdbc.sql("select reason, count from harvest.problem_count where run = :run")
        .param("run", run)
        .query(
            row -> {
              counts.put(Reason.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getInt(2));
            });
    return counts;
  }

  List<ClaimChange> changes(long run, int from, int limit) {
    return jdbc.sql(
            """
            select * from harvest.change where run = :run and no >= :from order by no limit :limit""")
        .param("run", run)
        .param("from", from)
        .param("limit", limit)
        .query(
            (row, n) ->
                new ClaimChange(
                    RecordKind.ofWord(row.getString("kind")),
                    row.getString("key"),
                    row.getString("label"),
                    row.getString("field"),
                    row.getString("before"),
                    row.getString("after")))
        .list();
  }
}
