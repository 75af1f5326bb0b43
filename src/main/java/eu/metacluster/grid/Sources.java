package eu.metacluster.grid;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sources as the grid needs to know them: a name for the evidence, and a rank for conflicts.
 */
@Component
public class Sources {

  private final JdbcClient jdbc;

  Sources(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes a source known.
   *
   * @param name as shown with each fact
   * @param precedence which source wins a conflict: the smaller number
   * @param licence under which its facts may be passed on
   * @param attribution the line its licence asks for
   * @return its id, for {@link Origin}
   */
  public long register(
      String name, int precedence, @Nullable String licence, @Nullable String attribution) {
    return jdbc.sql(
            """
            insert into grid.source (name, precedence, licence, attribution)
            values (:name, :precedence, :licence, :attribution) returning id""")
        .param("name", name)
        .param("precedence", precedence)
        .param("licence", licence)
        .param("attribution", attribution)
        .query(Long.class)
        .single();
  }

  /** Changes how a source is named and under which terms its facts may be passed on. */
  public void describe(long source, String name, String licence, String attribution) {
    jdbc.sql(
            """
            update grid.source set name = :name, licence = :licence, attribution = :attribution
            where id = :id""")
        .param("name", name)
        .param("licence", licence.isEmpty() ? null : licence)
        .param("attribution", attribution.isEmpty() ? null : attribution)
        .param("id", source)
        .update();
  }

  /**
   * How much of the public grid each source has a part in.
   *
   * @param total public records
   * @param records public records that a source states something about, by its id
   */
  public record Shares(long total, Map<Long, Long> records) {}

  /** Counts how much of the public grid each source has a part in. */
  public Shares shares() {
    Map<Long, Long> records = new HashMap<>();
    jdbc.sql(
            """
            select g.source, count(distinct g.record) from grid.sighting g
            join grid.record r on r.id = g.record and r.state in ('published', 'due')
              and r.merged_into is null
            group by g.source""")
        .query(
            row -> {
              records.put(row.getLong(1), row.getLong(2));
            });
    long total =
        jdbc.sql(
                """
                select count(*) from grid.record
                where state in ('published', 'due') and merged_into is null""")
            .query(Long.class)
            .single();
    return new Shares(total, records);
  }
}
