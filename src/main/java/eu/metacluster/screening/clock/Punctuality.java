package eu.metacluster.screening.clock;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the promise is kept: days from receipt to decision, without those for which a clock stood
 * still with a reason. What waits too long counts as late before it is decided.
 */
@Component
public class Punctuality {

  private static final String DONE =
      """
      with done as (
        select d.at, c.id,
          greatest(0, extract(epoch from d.at - r.at) - coalesce((
            select sum(extract(epoch from least(coalesce(p.until, d.at), d.at) - p.since))
            from screening.pause p where p.case_id = c.id and p.since < d.at), 0)) / 86400 as days,
          (d.at at time zone :zone)::date <= c.due_on as on_time
        from screening.decision d
        join screening.case c on c.id = d.case_id
        join screening.receipt r on r.record = c.lead
        where d.undone_at is null and d.verdict <> 'return' and d.purpose = 'authorise'
          and d.at >= cast(:since as timestamp) at time zone :zone
          and d.at < cast(:until as timestamp) at time zone :zone)""";

  private final JdbcClient jdbc;
  private final Calendars calendars;

  Punctuality(JdbcClient jdbc, Calendars calendars) {
    this.jdbc = jdbc;
    this.calendars = calendars;
  }

  /**
   * Figures of a time.
   *
   * @param month its first day; of a whole year the year's first day
   * @param decided how many were decided
   * @param median days from receipt to decision; null when none was decided
   * @param most days that nine of ten took at most
   * @param worst the longest, in days
   * @param onTime share decided by the promised day
   */
  public record Figures(
      LocalDate month,
      int decided,
      @Nullable Double median,
      @Nullable Double most,
      @Nullable Double worst,
      @Nullable Double onTime) {}

  /**
   * What waits now.
   *
   * @param open handed in and not decided
   * @param late of these past their promised day
   * @param paused of these with a clock that stands still
   */
  public record Waiting(int open, int late, int paused) {}

  /** The figures of the current year. */
  public Figures year() {
    return year(calendars.today().withDayOfYear(1));
  }

  /** The figures of a year. */
  public Figures of(Year year) {
    return year(year.atDay(1));
  }

  private Figures year(LocalDate first) {
    return figures(
            first,
            first.plusYears(1),
            "select cast(:since as date) as month, " + AGGREGATE + " from done")
        .getFirst();
  }

  /** The figures of the last twelve months with decisions, the newest first. */
  public List<Figures> months() {
    LocalDate first = calendars.today().withDayOfMonth(1).minusMonths(11);
    return figures(
        first,
        first.plusYears(1),
        "select date_trunc('month', at at time zone :zone)::date as month, "
            + AGGREGATE
            + " from done group by 1 order by 1 desc");
  }

  private static final String AGGREGATE =
      """
      count(*) as decided,
        percentile_cont(0.5) within group (order by days) as median,
        percentile_cont(0.9) within group (order by days) as most, max(days) as worst,
        avg(on_time::int) as on_time""";

  private List<Figures> figures(LocalDate since, LocalDate until, String select) {
    return jdbc.sql(DONE + " " + select)
        .param("since", since)
        .param("until", until)
        .param("zone", calendars.zone().getId())
        .query(
            (row, n) ->
                new Figures(
                    row.getObject("month", LocalDate.class),
                    row.getInt("decided"),
                    number(row.getBigDecimal("median")),
                    number(row.getBigDecimal("most")),
                    number(row.getBigDecimal("worst")),
                    number(row.getBigDecimal("on_time"))))
        .list();
  }

  private static @Nullable Double number(java.math.@Nullable BigDecimal value) {
    return value == null ? null : value.doubleValue();
  }

  /** What waits now. */
  public Waiting waiting() {
    return jdbc.sql(
            """
            select count(*), count(*) filter (where not paused and due_on < :today),
              count(*) filter (where paused)
            from (select c.due_on, exists (select 1 from screening.pause p
                    where p.case_id = c.id and p.until is null) as paused
                  from screening.case c join screening.receipt r on r.record = c.lead
                  where c.state = 'open' or (c.state = 'decided' and c.outcome = 'return')) as w""")
        .param("today", calendars.today())
        .query((row, n) -> new Waiting(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }
}
