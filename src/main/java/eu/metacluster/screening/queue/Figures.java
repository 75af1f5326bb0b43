package eu.metacluster.screening.queue;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the committee is. */
@Component
public class Figures {

  private static final String PROGRESS =
      """
            with mine as (
              select c.scope, c.due_on, c.purpose, %s as free,
                c.lead in (select record from screening.receipt) as handed,
                exists (select 1 from screening.pause p where p.case_id = c.id
                  and p.until is null) as paused,
                exists (select 1 from screening.vote v where v.case_id = c.id
                  and v.round = c.round and v.withdrawn_at is null) as begun
              from screening.case c where c.state = 'open'),
            ruled as (select * from screening.decision where undone_at is null)
            select
              (select count(*) from mine) as open,
              (select count(*) from mine where scope <> 'out') as relevant,
              (select count(*) from mine where scope <> 'out' and free) as waiting,
              (select count(*) from mine where begun and free) as second,
              (select count(*) from mine where (handed or scope <> 'out') and not paused
                 and due_on < current_date) as overdue,
              (select count(*) from mine where handed and not paused
                 and due_on < current_date) as late,
              (select count(*) from mine where handed) as handed,
              (select count(*) from mine where purpose = 'revalidate') as revalidate,
              (select count(*) from screening.case
                 where state = 'decided' and outcome = 'return') as returned,
              (select count(*) from ruled where at > now() - interval '7 days') as week,
              (select count(*) from ruled where verdict = 'authorise') as authorised,
              (select count(*) from ruled where verdict = 'decline') as declined,
              (select avg((verdict = 'authorise')::int) from ruled
                 where scope <> 'out' and purpose = 'authorise'
                   and verdict <> 'return') as precision,
              (select percentile_cont(0.5) within group (order by extract(epoch from waited))
                 / 86400 from ruled) as days"""
          .formatted(QueueFilter.NOT_VOTED);

  private final JdbcClient jdbc;

  Figures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How far the committee has come, as this person sees it. */
  public Progress progress(UUID me) {
    return jdbc.sql(PROGRESS)
        .param("me", me)
        .query(
            (row, n) ->
                new Progress(
                    row.getLong("open"),
                    row.getLong("relevant"),
                    row.getLong("waiting"),
                    row.getLong("second"),
                    row.getLong("overdue"),
                    row.getLong("late"),
                    row.getLong("handed"),
                    row.getLong("revalidate"),
                    row.getLong("returned"),
                    row.getLong("week"),
                    row.getLong("authorised"),
                    row.getLong("declined"),
                    row.getBigDecimal("precision") == null ? null : row.getDouble("precision"),
                    row.getObject("days", Double.class)))
        .single();
  }
}
