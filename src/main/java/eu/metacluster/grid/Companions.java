package eu.metacluster.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts with whom an organisation works: in public projects, and only those. */
@Component
public class Companions {

  private static final String SHARED =
      """
      with own as (
        select distinct r.id as project from grid.participation p
        join grid.record s on s.id = p.project
        join grid.record r on r.id = coalesce(s.merged_into, s.id)
        where p.ended_run is null and p.denied_at is null
          and r.state in ('published', 'due', 'archived')
          and p.organisation = any(array(
            select m.id from grid.record m where m.id = :id or m.merged_into = :id)))
      , part as (
        select own.project, own.project as member from own
        union all
        select own.project, m.id from own join grid.record m on m.merged_into = own.project)
      """;

  private static final String CIRCLE =
      SHARED
          + """
          , met as materialized (
            select coalesce(o.merged_into, o.id) as id, p.organisation, part.project, p.country
            from part join grid.participation p on p.project = part.member
            join grid.record o on o.id = p.organisation
            where p.ended_run is null and p.denied_at is null
              and coalesce(o.merged_into, o.id) <> :id)
          , counted as (
            select id, count(distinct project) as shared,
              row_number() over (order by count(distinct project) desc, id) as place
            from met group by id order by 3 limit :limit)
          , lands as (
            select country, count(distinct organisation) as organisations,
              row_number() over (order by count(distinct organisation) desc, country) as place
            from met where country is not null group by country)
          """
          + "select counted.shared, lands.country as land, lands.organisations, "
          + GridRecordRows.COLUMNS
          + """
           from counted full join lands using (place)
          left join grid.record r on r.id = counted.id
          order by place""";

  private final JdbcClient jdbc;

  Companions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An organisation and in how many projects it takes part together with the one asked about. */
  public record Companion(GridRecord organisation, long projects) {}

  /** A country and how many different organisations of it take part in the same projects. */
  public record Country(String iso, long organisations) {}

  /** With whom it works most, and the countries of all its partners, most partners first. */
  public record Circle(List<Companion> most, List<Country> countries) {}

  /** The circle of an organisation with those it works with most, at most {@code limit}. */
  public Circle around(UUID organisation, int limit) {
    List<Companion> most = new ArrayList<>();
    List<Country> countries = new ArrayList<>();
    jdbc.sql(CIRCLE)
        .param("id", organisation)
        .param("limit", limit)
        .query(
            row -> {
              if (row.getObject("id") != null) {
                most.add(new Companion(GridRecordRows.read(row, 0), row.getLong("shared")));
              }
              if (row.getString("land") != null) {
                countries.add(new Country(row.getString("land"), row.getLong("organisations")));
              }
            });
    most.sort(
        Comparator.comparingLong(Companion::projects)
            .reversed()
            .thenComparing(one -> one.organisation().title()));
    return new Circle(most, countries);
  }

  /** Public projects that share organisations with this one, most shared first. */
  public Map<UUID, Integer> sharing(UUID project, int limit) {
    Map<UUID, Integer> sharing = new LinkedHashMap<>();
    jdbc.sql(
            """
            select r.id, count(distinct p.organisation)::int as shared
            from grid.participation p join grid.record s on s.id = p.project
            join grid.record r on r.id = coalesce(s.merged_into, s.id)
            where p.ended_run is null and p.denied_at is null and r.id <> :id
              and r.state in ('published', 'due', 'archived')
              and p.organisation in (
                select q.organisation from grid.participation q
                where q.ended_run is null and q.denied_at is null and q.project = any(array(
                  select m.id from grid.record m where m.id = :id or m.merged_into = :id)))
            group by 1 order by 2 desc, 1 limit :limit""")
        .param("id", project)
        .param("limit", limit)
        .query(
            (RowCallbackHandler) row -> sharing.put(row.getObject(1, UUID.class), row.getInt(2)));
    return sharing;
  }

  /** In how many public projects each of these organisations takes part together with one. */
  public Map<UUID, Integer> together(UUID organisation, Collection<UUID> others) {
    Map<UUID, Integer> together = new HashMap<>();
    jdbc.sql(
            SHARED
                + """
                select coalesce(o.merged_into, o.id), count(distinct part.project)::int
                from part join grid.participation p on p.project = part.member
                join grid.record o on o.id = p.organisation
                where p.ended_run is null and p.denied_at is null
                  and coalesce(o.merged_into, o.id) = any(:others)
                group by 1""")
        .param("id", organisation)
        .param("others", others.toArray(UUID[]::new))
        .query(
            (RowCallbackHandler) row -> together.put(row.getObject(1, UUID.class), row.getInt(2)));
    return together;
  }

  /** The organisations that take part in each of these projects now, after merges. */
  public Map<UUID, List<UUID>> taking(Collection<UUID> projects) {
    Map<UUID, List<UUID>> taking = new HashMap<>();
    jdbc.sql(
            """
            select distinct coalesce(m.merged_into, m.id), coalesce(o.merged_into, o.id)
            from grid.record m join grid.participation p on p.project = m.id
            join grid.record o on o.id = p.organisation
            where p.ended_run is null and p.denied_at is null and m.id = any(array(
              select r.id from grid.record r where r.id = any(:projects)
              union select r.id from grid.record r where r.merged_into = any(:projects)))""")
        .param("projects", projects.toArray(UUID[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    taking
                        .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(row.getObject(2, UUID.class)));
    return taking;
  }
}
