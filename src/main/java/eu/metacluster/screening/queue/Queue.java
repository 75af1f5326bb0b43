package eu.metacluster.screening.queue;

import eu.metacluster.screening.cases.CaseFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open cases, the most useful first. */
@Component
public class Queue {

  static final int PAGE = 50;

  private static final String ORDER = " order by c.priority desc, c.id ";

  private static final String SHARES =
      """
            with open as (
              select scope, kind, year, sources, pillars, technologies, cancers
              from screening.case where state = 'open')
            select 'scope' as name, scope as value, count(*) as n from open group by scope
            union all select 'kind', kind, count(*) from open group by kind
            union all select 'year', year::text, count(*) from open where year is not null
              group by year
            union all select 'source', s, count(*) from open, unnest(sources) s group by s
            union all select 'pillar', p, count(*) from open, unnest(pillars) p group by p
            union all select 'technology', t, count(*) from open, unnest(technologies) t group by t
            union all select 'cancer', k, count(*) from open, unnest(cancers) k group by k
            order by 1, 3 desc, 2""";

  private final JdbcClient jdbc;

  Queue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<QueueLine> page(QueueFilter filter, UUID me, int number) {
    return jdbc.sql(
            "select "
                + CaseFile.COLUMNS
                + """
                ,
                (select count(*) from screening.case_member m where m.case_id = c.id) as records,
                (select count(*) from screening.vote v where v.case_id = c.id
                   and v.round = c.round and v.withdrawn_at is null) as votes,
                not (%s) as mine, %s as skipped,
                (select a.reviewer from screening.assignment a where a.case_id = c.id) as holder,
                exists (select 1 from screening.pause p
                  where p.case_id = c.id and p.until is null) as paused
                from screening.case c where """
                    .formatted(QueueFilter.NOT_VOTED, QueueFilter.SKIPPED)
                + " "
                + filter.where()
                + ORDER
                + "limit :limit offset :offset")
        .params(filter.parameters())
        .param("me", me)
        .param("limit", PAGE)
        .param("offset", (number - 1L) * PAGE)
        .query(Queue::line)
        .list();
  }

  long count(QueueFilter filter, UUID me) {
    return jdbc.sql("select count(*) from screening.case c where " + filter.where())
        .params(filter.parameters())
        .param("me", me)
        .query(Long.class)
        .single();
  }

  /** The handle of the first open case after this one that I have not voted on. */
  public Optional<String> next(QueueFilter filter, UUID me, CaseFile here) {
    return beside(filter, me, here, "<", ORDER);
  }

  /** The handle of the last one before it. */
  public Optional<String> previous(QueueFilter filter, UUID me, CaseFile here) {
    return beside(filter, me, here, ">", " order by c.priority, c.id desc ");
  }

  private Optional<String> beside(
      QueueFilter filter, UUID me, CaseFile here, String way, String order) {
    String other = way.equals("<") ? ">" : "<";
    return jdbc.sql(
            "select c.handle from screening.case c where "
                + filter.where()
                + " and "
                + QueueFilter.NOT_VOTED
                + passing(filter)
                + " and c.id <> :here and (c.priority "
                + way
                + " cast(:at as real) or (c.priority = cast(:at as real) and c.id "
                + other
                + " :here))"
                + order
                + "limit 1")
        .params(filter.parameters())
        .param("me", me)
        .param("here", here.id())
        .param("at", here.priority())
        .query(String.class)
        .optional();
  }

  /** What the way through the queue passes over, unless that is what was asked for. */
  private static String passing(QueueFilter filter) {
    return (filter.is("show", "skipped") ? "" : " and not " + QueueFilter.SKIPPED)
        + (filter.is("show", "assigned") ? "" : " and not " + QueueFilter.OTHERS);
  }

  /** The filters' values with their counts among all open cases, by filter name. */
  Map<String, List<Share>> shares() {
    Map<String, List<Share>> shares = new LinkedHashMap<>();
    jdbc.sql(SHARES)
        .query(
            (row, n) ->
                shares
                    .computeIfAbsent(row.getString("name"), name -> new ArrayList<>())
                    .add(new Share(row.getString("value"), row.getLong("n"))))
        .list();
    return shares;
  }

  private static QueueLine line(ResultSet row, int n) throws SQLException {
    return new QueueLine(
        CaseFile.read(row, n),
        row.getInt("records"),
        row.getInt("votes"),
        row.getBoolean("mine"),
        row.getBoolean("skipped"),
        row.getObject("holder", UUID.class),
        row.getBoolean("paused"));
  }
}
