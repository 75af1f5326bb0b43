package eu.metacluster.grid;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What sources no longer have. Nothing is taken off the grid for it: the committee looks at what
 * was public, and the record says since when the source is silent.
 */
@Component
class Departures {

  private final JdbcClient jdbc;
  private final Journal journal;

  Departures(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    this.journal = journal;
  }

  /** Notes that these are gone; returns how many were there until now. */
  int named(Origin origin, RecordKind kind, Collection<String> keys) {
    List<UUID> records =
        jdbc.sql(
                """
                update grid.sighting g set gone_run = :run, gone_at = :at
                from unnest(:keys::text[]) as left_out (key)
                where g.source = :source and g.kind = :kind and g.key = left_out.key
                  and g.gone_run is null
                returning g.record""")
            .param("run", origin.run())
            .param("at", Timestamp.from(origin.retrievedAt()))
            .param("source", origin.source())
            .param("kind", kind.word())
            .param("keys", keys.toArray(String[]::new))
            .query(UUID.class)
            .list();
    follow(origin, records);
    return records.size();
  }

  /** Notes the same of all that this run did not meet, unless it is too large a part. */
  Intake.Missing unmet(Origin origin, double share) {
    int known =
        count(
            "select count(*) from grid.sighting where source = :source and gone_run is null",
            origin);
    int unmet =
        count(
            """
            select count(*) from grid.sighting
            where source = :source and gone_run is null and last_run < :run""",
            origin);
    if (unmet == 0 || unmet > known * share) {
      return new Intake.Missing(known, unmet, false);
    }
    follow(
        origin,
        jdbc.sql(
                """
                update grid.sighting set gone_run = :run, gone_at = :at
                where source = :source and gone_run is null and last_run < :run
                returning record""")
            .param("run", origin.run())
            .param("at", Timestamp.from(origin.retrievedAt()))
            .param("source", origin.source())
            .query(UUID.class)
            .list());
    return new Intake.Missing(known, unmet, true);
  }

  private int count(String sql, Origin origin) {
    return jdbc.sql(sql)
        .param("source", origin.source())
        .param("run", origin.run())
        .query(Integer.class)
        .single();
  }

  /** What is public and was gone from a source comes back to the committee with the next night. */
  private void follow(Origin origin, List<UUID> records) {
    jdbc.sql(
            """
            update grid.record set revalidate_on = least(revalidate_on, current_date - 1)
            where id = any(:ids) and state = 'published' and published_through = 'decision'""")
        .param("ids", records.toArray(UUID[]::new))
        .update();
    journal.append(
        records.stream()
            .map(
                record ->
                    new NewEntry(
                        "grid.record-left-source",
                        record,
                        null,
                        "{\"run\":%d,\"source\":%d}".formatted(origin.run(), origin.source())))
            .toList());
  }
}
