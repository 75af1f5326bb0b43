package eu.metacluster.grid;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sources as the grid needs to know them: a name for the evidence, and a rank for conflicts.
 */
@Component
public class Sources {

  /** What is journalled when a source gets another name; it says {@code source, from, to}. */
  public static final String RENAMED = "grid.source-renamed";

  /** What is journalled when what a source states may be passed on or no longer. */
  public static final String TERMS_CHANGED = "grid.source-terms-changed";

  private final JdbcClient jdbc;
  private final Journal journal;

  Sources(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    this.journal = journal;
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

  /**
   * Changes how a source is named and under which terms its facts may be passed on. Views that
   * repeat its name learn of another one by {@link #RENAMED}.
   */
  @Transactional
  public void describe(long source, String name, String licence, String attribution) {
    String before =
        jdbc.sql("select name from grid.source where id = :id for update")
            .param("id", source)
            .query(String.class)
            .single();
    if (!before.equals(name)) {
      journal.append(
          new NewEntry(RENAMED, null, null, Map.of("source", source, "from", before, "to", name)));
    }
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

  /** Whether a source bears this name now. */
  public boolean named(String name) {
    return jdbc.sql("select exists (select 1 from grid.source where name = :name)")
        .param("name", name)
        .query(Boolean.class)
        .single();
  }

  /** The records that a source states something about, as they were opened. */
  public List<UUID> records(long source) {
    return jdbc.sql("select distinct record from grid.sighting where source = :source")
        .param("source", source)
        .query(UUID.class)
        .list();
  }

  /**
   * Says whether what a source states may be handed on to others; what may not is shown on pages
   * with its source and is in no file, feed or interface. One journal entry when it changes.
   */
  @Transactional
  public void allowPassingOn(long source, boolean allowed, @Nullable UUID actor) {
    int changed =
        jdbc.sql(
                """
                update grid.source set redistributable = :allowed
                where id = :id and redistributable <> :allowed""")
            .param("allowed", allowed)
            .param("id", source)
            .update();
    if (changed > 0) {
      journal.append(
          new NewEntry(
              TERMS_CHANGED, null, actor, Map.of("redistributable", allowed, "source", source)));
    }
  }

  /**
   * A source and its terms.
   *
   * @param precedence the smaller number wins a conflict
   * @param licence SPDX identifier, null when unknown
   * @param attribution the line its licence asks for
   * @param redistributable whether what it states may be handed on
   */
  public record Terms(
      long id,
      String name,
      int precedence,
      @Nullable String licence,
      @Nullable String attribution,
      boolean redistributable) {}

  /** All sources with their terms, in the order in which they became known. */
  public List<Terms> terms() {
    return jdbc.sql("select * from grid.source order by id")
        .query(
            (row, n) ->
                new Terms(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getInt("precedence"),
                    row.getString("licence"),
                    row.getString("attribution"),
                    row.getBoolean("redistributable")))
        .list();
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
