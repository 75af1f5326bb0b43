package eu.metacluster.screening.quality;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what was decided. Decisions on public records that were due are left out everywhere. */
@Component
class Measured {

  private static final String RULED =
      """
      with ruled as (
        select d.*, c.sources from screening.decision d join screening.case c on c.id = d.case_id
        where d.undone_at is null and d.verdict <> 'return' and d.purpose = 'authorise')
      """;

  private static final String SOURCES =
      """
                , counted as (
                  select s as source, 1 as decided, (verdict <> 'decline')::int as authorised,
                    0 as waiting from ruled, unnest(sources) s
                  union all
                  select s, 0, 0, 1 from screening.case, unnest(sources) s
                  where state = 'open' and purpose = 'authorise')
                select source, sum(decided) as decided, sum(authorised) as authorised,
                  sum(waiting) as waiting from counted group by source
                order by 2 desc, 4 desc, 1""";

  private static final String PAIRS =
      """
                with voted as (
                  select case_id, round, verdict, row_number() over (
                    partition by case_id, round order by at, id) as place
                  from screening.vote where withdrawn_at is null and verdict <> 'return')
                select a.verdict <> 'decline' as first, b.verdict <> 'decline' as second
                from voted a join voted b using (case_id, round)
                where a.place = 1 and b.place = 2""";

  private static final String MONTHS =
      """
                    select date_trunc('month', at)::date as month, count(*) as decided,
                      count(*) filter (where (verdict <> 'decline') = (scope <> 'out')) as same
                    from ruled group by 1 order by 1 desc limit 12""";

  private final JdbcClient jdbc;

  Measured(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether each decision took its case in, in the order in which they fell. */
  boolean[] decided() {
    List<Boolean> all =
        jdbc.sql(RULED + "select verdict <> 'decline' from ruled order by at, id")
            .query(Boolean.class)
            .list();
    boolean[] decided = new boolean[all.size()];
    for (int i = 0; i < decided.length; i++) {
      decided[i] = all.get(i);
    }
    return decided;
  }

  /** Open cases that ask whether a record becomes public. */
  int unread() {
    return jdbc.sql(
            "select count(*) from screening.case where state = 'open' and purpose = 'authorise'")
        .query(Integer.class)
        .single();
  }

  List<SourcePrecision> sources() {
    return jdbc.sql(RULED + SOURCES)
        .query(
            (row, n) ->
                new SourcePrecision(
                    row.getString("source"),
                    row.getLong("decided"),
                    row.getLong("authorised"),
                    row.getLong("waiting")))
        .list();
  }

  /** The last twelve months with decisions, the earliest first. */
  List<MonthAgreement> months() {
    List<MonthAgreement> newest =
        jdbc.sql(RULED + MONTHS)
            .query(
                (row, n) ->
                    new MonthAgreement(
                        row.getObject("month", Date.class).toLocalDate(),
                        row.getLong("decided"),
                        row.getLong("same")))
            .list();
    return new ArrayList<>(newest).reversed();
  }

  /** The first two votes of each round that two persons voted in, before they saw each other's. */
  Agreement reviewers() {
    List<Agreement.Pair> pairs =
        jdbc.sql(PAIRS)
            .query(
                (row, n) -> new Agreement.Pair(row.getBoolean("first"), row.getBoolean("second")))
            .list();
    return Agreement.of(pairs);
  }

  AuditSample audit() {
    return jdbc.sql(
            RULED
                + """
                select count(*) as decided, count(*) filter (where verdict <> 'decline') as relevant,
                  count(*) filter (where verdict <> 'decline' and scope = 'out') as missed
                from ruled where pick = 'audit'""")
        .query(
            (row, n) ->
                new AuditSample(
                    row.getLong("decided"), row.getLong("relevant"), row.getLong("missed")))
        .single();
  }
}
