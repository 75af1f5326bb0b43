package eu.metacluster.harvest.runs;

import eu.metacluster.harvest.fetch.Pace;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts sources when their time has come, each once however many nodes look. */
@Component
class Timetable {

  private static final int AT_ONCE = 50;

  private final JdbcClient jdbc;
  private final SourceRegister sources;
  private final Runs runs;
  private final RunQueue queue;
  private final Pace pace;

  Timetable(JdbcClient jdbc, SourceRegister sources, Runs runs, RunQueue queue, Pace pace) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.runs = runs;
    this.queue = queue;
    this.pace = pace;
  }

  /**
   * Starts what is due.
   *
   * @return the runs that were queued
   */
  @Transactional
  List<Long> startDue() {
    Instant now = pace.now();
    List<Long> started = new ArrayList<>();
    for (long id : due(now)) {
      SourceRow source = sources.get(id);
      runs.queueScheduled(source).ifPresent(started::add);
      set(id, source.rhythm().after(now));
    }
    started.forEach(queue::begin);
    return started;
  }

  /** Sources whose time has come; other nodes that look at the same moment leave them to us. */
  private List<Long> due(Instant now) {
    return jdbc.sql(
            """
            select id from harvest.source
            where next_run <= :now and paused_at is null and retired_at is null
              and location is not null
            order by next_run limit :limit for update skip locked""")
        .param("now", Timestamp.from(now))
        .param("limit", AT_ONCE)
        .query(Long.class)
        .list();
  }

  private void set(long id, @Nullable Instant next) {
    jdbc.sql("update harvest.source set next_run = :next where id = :id")
        .param("next", next == null ? null : Timestamp.from(next))
        .param("id", id)
        .update();
  }
}
