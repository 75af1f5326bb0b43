package eu.metacluster.membership;

import eu.metacluster.shared.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From when to when an organisation was what; nothing is ever taken out of it. */
@Component
class Periods {

  private final JdbcClient jdbc;

  Periods(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void begin(UUID entity, Standing standing, LocalDate from, @Nullable LocalDate to) {
    jdbc.sql(
            """
            update membership.period set to_day = greatest(from_day, :from::date - 1),
            ended_by = 'CHANGED' where entity = :entity and (to_day is null or to_day >= :from)""")
        .param("from", from)
        .param("entity", entity)
        .update();
    jdbc.sql(
            """
            insert into membership.period (id, entity, standing, from_day, to_day)
            values (?, ?, ?, ?, ?)
            """)
        .param(Ids.next())
        .param(entity)
        .param(standing.name())
        .param(from)
        .param(to)
        .update();
  }

  /** Ends or prolongs the present period; says whether there is one. */
  boolean until(UUID entity, LocalDate today, @Nullable LocalDate to, @Nullable String why) {
    return jdbc.sql(
                """
                update membership.period set to_day = :to, ended_by = :why where entity = :entity
                and from_day <= :today and (to_day is null or to_day >= :today)""")
            .param("to", to)
            .param("why", why)
            .param("entity", entity)
            .param("today", today)
            .update()
        > 0;
  }

  /** The last day of the present period, if it has one. */
  @Nullable LocalDate end(UUID entity, LocalDate today) {
    return jdbc.sql(
            """
            select to_day from membership.period where entity = ? and from_day <= ?
            and to_day >= ? order by from_day desc limit 1
            """)
        .params(entity, today, today)
        .query(LocalDate.class)
        .optional()
        .orElse(null);
  }

  List<Dated> history(UUID entity) {
    return jdbc.sql(
            """
            select standing as kind, '' as text, null as path, from_day, to_day
            from membership.period where entity = :entity
            union all
            select 'SUSPENDED', reason, null, from_day, to_day
            from membership.suspension where entity = :entity
            order by 4 desc""")
        .param("entity", entity)
        .query(Dated::of)
        .list();
  }

  void suspend(UUID entity, String reason, LocalDate from) {
    jdbc.sql("insert into membership.suspension (id, entity, from_day, reason) values (?, ?, ?, ?)")
        .params(Ids.next(), entity, from, reason)
        .update();
  }

  void lift(UUID entity, LocalDate to) {
    jdbc.sql("update membership.suspension set to_day = ? where entity = ? and to_day is null")
        .params(to, entity)
        .update();
  }

  void represent(UUID entity, @Nullable UUID by, LocalDate from) {
    jdbc.sql(
            """
            update membership.representation set to_day = greatest(from_day, ?::date - 1)
            where entity = ? and to_day is null
            """)
        .params(from, entity)
        .update();
    if (by != null) {
      jdbc.sql(
              """
              insert into membership.representation (id, entity, represented_by, from_day)
              values (?, ?, ?, ?)
              """)
          .params(Ids.next(), entity, by, from)
          .update();
    }
  }

  List<Dated> representations(UUID entity) {
    return jdbc.sql(
            """
            select 'REPRESENTED' as kind, (select name from membership.name n
            where n.entity = o.id and n.kind = 'NAME' order by from_day desc, n.id desc limit 1)
            as text, '/members/' || o.handle as path, r.from_day, r.to_day
            from membership.representation r join membership.entity o on o.id = r.represented_by
            where r.entity = ? order by r.from_day desc, r.id desc
            """)
        .param(entity)
        .query(Dated::of)
        .list();
  }
}
