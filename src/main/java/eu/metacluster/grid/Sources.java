package eu.metacluster.grid;

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
}
