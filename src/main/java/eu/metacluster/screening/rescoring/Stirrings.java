package eu.metacluster.screening.rescoring;

import eu.metacluster.screening.scoping.ScopeReader;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says whether it is worth looking for cases to score: counting them means reading them all. The
 * database counts by itself how many rows of a table were ever written; while these numbers and
 * what scores stand still, there is nothing new. They come a second or more after the fact and may
 * be switched off, so that one looks for a while after each change, and now and then in any case.
 */
@Component
class Stirrings {

  private static final Duration SETTLES = Duration.ofSeconds(30);
  private static final Duration AT_LATEST = Duration.ofMinutes(2);

  private final JdbcClient jdbc;
  private final ScopeReader reader;
  private final Duration settles;
  private final Duration atLatest;
  private @Nullable String last;
  private Instant changed = Instant.MIN;
  private Instant looked = Instant.MIN;

  @Autowired
  Stirrings(JdbcClient jdbc, ScopeReader reader) {
    this(jdbc, reader, SETTLES, AT_LATEST);
  }

  /**
   * With times of its own.
   *
   * @param settles how long after a change one goes on looking
   * @param atLatest after what time one looks although nothing changed
   */
  Stirrings(JdbcClient jdbc, ScopeReader reader, Duration settles, Duration atLatest) {
    this.jdbc = jdbc;
    this.reader = reader;
    this.settles = settles;
    this.atLatest = atLatest;
  }

  /** Whether to look now. */
  synchronized boolean due() {
    Instant now = Instant.now();
    String state = state();
    if (!state.equals(last)) {
      last = state;
      changed = now;
    }
    boolean due = !changed.plus(settles).isBefore(now) || !looked.plus(atLatest).isAfter(now);
    if (due) {
      looked = now;
    }
    return due;
  }

  private String state() {
    return jdbc.sql(
                """
                select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)
                from pg_stat_user_tables where schemaname = 'screening'
                  and relname in ('case', 'meaning', 'embedding', 'scope_version', 'scope_fit')""")
            .query(Long.class)
            .single()
        + " "
        + reader.gauge().key();
  }
}
