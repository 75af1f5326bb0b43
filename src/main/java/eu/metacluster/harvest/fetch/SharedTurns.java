package eu.metacluster.harvest.fetch;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The turns as all nodes share them. A turn need not outlive a crash of the database, so nobody
 * waits for the disk.
 */
@Component
final class SharedTurns implements Turns {

  private final JdbcClient jdbc;

  SharedTurns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Block reserve(String host, Instant at, Duration length) {
    Instant from =
        jdbc.sql(
                """
                insert into harvest.host as h (name, free_at) values (:host, :until)
                on conflict (name) do update
                  set free_at = greatest(h.free_at, :at) + make_interval(secs => :length)
                returning free_at - make_interval(secs => :length),
                  set_config('synchronous_commit', 'off', true)""")
            .param("host", host)
            .param("at", Timestamp.from(at))
            .param("until", Timestamp.from(at.plus(length)))
            .param("length", length.toMillis() / 1000.0)
            .query((row, n) -> row.getTimestamp(1).toInstant())
            .single();
    return new Block(from, from.plus(length));
  }

  @Override
  public void rest(String host, Instant until) {
    jdbc.sql(
            """
            insert into harvest.host as h (name, free_at) values (:host, :until)
            on conflict (name) do update set free_at = greatest(h.free_at, :until)""")
        .param("host", host)
        .param("until", Timestamp.from(until))
        .update();
  }

  @Override
  public void forget(Instant freeBefore) {
    jdbc.sql("delete from harvest.host where free_at < :before")
        .param("before", Timestamp.from(freeBefore))
        .update();
  }
}
