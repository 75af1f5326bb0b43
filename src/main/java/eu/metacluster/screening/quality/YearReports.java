package eu.metacluster.screening.quality;

import eu.metacluster.screening.clock.Punctuality;
import eu.metacluster.screening.deciding.Criterion;
import eu.metacluster.screening.deciding.Votes;
import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Counts a year of the committee's work. */
@Component
class YearReports {

  private static final String DECIDED =
      """
      with ruled as (
        select d.*, c.sources from screening.decision d join screening.case c on c.id = d.case_id
        where d.undone_at is null and d.purpose = 'authorise'
          and d.at >= :from and d.at < :until)
      """;

  private final JdbcClient jdbc;
  private final Punctuality punctuality;
  private final Votes votes;

  YearReports(JdbcClient jdbc, Punctuality punctuality, Votes votes) {
    this.jdbc = jdbc;
    this.punctuality = punctuality;
    this.votes = votes;
  }

  /** The running year and those with cases, the newest first. */
  List<Year> years() {
    return jdbc.sql(
            """
            select distinct extract(year from opened_at)::int from screening.case
            union select distinct extract(year from at)::int from screening.decision
            union select extract(year from now())::int
            order by 1 desc""")
        .query((row, n) -> Year.of(row.getInt(1)))
        .list();
  }

  /** The report of a year, of the running one up to now. */
  YearReport of(Year year) {
    LocalDate from = year.atDay(1);
    return new YearReport(
        year.getValue(),
        opened(from, "purpose = 'authorise'"),
        opened(
            from,
            "purpose = 'authorise' and exists"
                + " (select from screening.receipt r where r.record = c.lead)"),
        opened(from, "purpose = 'revalidate'"),
        verdicts(from),
        decided(from, "purpose = 'revalidate' and undone_at is null"),
        decided(from, "undone_at is not null"),
        persons(from),
        decided(from, "undone_at is null and persons > 1"),
        times(year),
        agreement(from),
        asProposed(from),
        criteria(from),
        sources(from));
  }

  private Punctuality.@Nullable Figures times(Year year) {
    Punctuality.Figures figures = punctuality.of(year);
    return figures.decided() == 0 ? null : figures;
  }

  private StatementSpec within(String sql, LocalDate from) {
    return jdbc.sql(sql).param("from", from).param("until", from.plusYears(1));
  }

  private long opened(LocalDate from, String which) {
    return within(
            "select count(*) from screening.case c where c.opened_at >= :from"
                + " and c.opened_at < :until and "
                + which,
            from)
        .query(Long.class)
        .single();
  }

  private long decided(LocalDate from, String which) {
    return within(
            "select count(*) from screening.decision where at >= :from and at < :until and "
                + which,
            from)
        .query(Long.class)
        .single();
  }

  private Map<String, Long> verdicts(LocalDate from) {
    Map<String, Long> verdicts = new LinkedHashMap<>();
    within(DECIDED + "select verdict, count(*) from ruled group by 1 order by 1", from)
        .query(
            row -> {
              verdicts.put(row.getString(1), row.getLong(2));
            });
    return verdicts;
  }

  private long persons(LocalDate from) {
    return within(
            """
            select count(distinct reviewer) from screening.vote
            where withdrawn_at is null and at >= :from and at < :until""",
            from)
        .query(Long.class)
        .single();
  }

  private Agreement agreement(LocalDate from) {
    return Agreement.of(
        within(
                """
                with voted as (
                  select case_id, round, verdict, at, row_number() over (
                    partition by case_id, round order by at, id) as place
                  from screening.vote where withdrawn_at is null and verdict <> 'return')
                select a.verdict <> 'decline' as first, b.verdict <> 'decline' as second
                from voted a join voted b using (case_id, round)
                where a.place = 1 and b.place = 2 and b.at >= :from and b.at < :until""",
                from)
            .query(
                (row, n) -> new Agreement.Pair(row.getBoolean("first"), row.getBoolean("second")))
            .list());
  }

  private @Nullable Double asProposed(LocalDate from) {
    return within(
            DECIDED
                + """
                select avg(((verdict <> 'decline') = (scope <> 'out'))::int)::float8
                from ruled where verdict <> 'return'""",
            from)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, Double.class)))
        .single()
        .orElse(null);
  }

  private List<YearReport.Cited> criteria(LocalDate from) {
    Map<String, Criterion> known = votes.known();
    return within(
            DECIDED
                + """
                select criterion || '.' || criterion_version as id, count(*) from ruled
                where criterion is not null group by 1 order by 2 desc, 1""",
            from)
        .query(
            (row, n) ->
                new YearReport.Cited(
                    Objects.requireNonNull(known.get(row.getString(1))), row.getLong(2)))
        .list();
  }

  private List<SourcePrecision> sources(LocalDate from) {
    return within(
            DECIDED
                + """
                select s as source, count(*) as decided,
                  count(*) filter (where verdict = 'authorise') as authorised
                from ruled, unnest(sources) s where verdict <> 'return'
                group by 1 order by 2 desc, 1""",
            from)
        .query(
            (row, n) ->
                new SourcePrecision(
                    row.getString("source"), row.getLong("decided"), row.getLong("authorised"), 0))
        .list();
  }
}
