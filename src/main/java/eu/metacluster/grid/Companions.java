package eu.metacluster.grid;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts with whom an organisation works: in public projects, and only those. */
@Component
public class Companions {

  private static final String SHARED =
      """
      with own as (
        select distinct p.project from grid.participation p join grid.record r on r.id = p.project
        where p.ended_run is null and r.state in ('published', 'due', 'archived')
          and p.organisation = any(array(
            select m.id from grid.record m where m.id = :id or m.merged_into = :id)))
      """;

  private final JdbcClient jdbc;

  Companions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An organisation and in how many projects it takes part together with the one asked about. */
  public record Companion(GridRecord organisation, long projects) {}

  /** A country and how many different organisations of it take part in the same projects. */
  public record Country(String iso, long organisations) {}

  /** Those it works with most, at most {@code limit}. */
  public List<Companion> most(UUID organisation, int limit) {
    return jdbc.sql(
            SHARED
                + ", counted as (select coalesce(o.merged_into, o.id) as id,"
                + " count(distinct p.project) as projects"
                + """
                 from own join grid.participation p on p.project = own.project
                join grid.record o on o.id = p.organisation
                where p.ended_run is null and coalesce(o.merged_into, o.id) <> :id
                group by 1 order by 2 desc, 1 limit :limit)
                """
                + "select c.projects as shared, "
                + GridRecordRows.COLUMNS
                + " from counted c join grid.record r on r.id = c.id order by 1 desc, r.title")
        .param("id", organisation)
        .param("limit", limit)
        .query((row, n) -> new Companion(GridRecordRows.read(row, n), row.getLong("shared")))
        .list();
  }

  /** The countries of all its partners, most partners first. */
  public List<Country> countries(UUID organisation) {
    return jdbc.sql(
            SHARED
                + """
                select p.country, count(distinct p.organisation) as organisations
                from own join grid.participation p on p.project = own.project
                join grid.record o on o.id = p.organisation
                where p.ended_run is null and p.country is not null
                  and coalesce(o.merged_into, o.id) <> :id
                group by p.country order by 2 desc, 1""")
        .param("id", organisation)
        .query((row, n) -> new Country(row.getString(1), row.getLong(2)))
        .list();
  }
}
