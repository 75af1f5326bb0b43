package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Intake;
import eu.metacluster.grid.Origin;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.fetch.Pace;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what is known of how each source fares, in the transaction that ends its run. */
@Component
class Health {

  /** So many failures in a row are no accident. */
  private static final int STREAK = 3;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 8;

  /** Nothing is noted as gone when more than this part is missing. */
  private static final double USUAL_LOSS = 0.2;

  /** A host that asks us to stay away: robots.txt, and a page that asks for a password. */
  private static final Set<FetchException.Trouble> CLOSED =
      Set.of(FetchException.Trouble.ROBOTS, FetchException.Trouble.LOGIN);

  private final JdbcClient jdbc;
  private final SourceRegister sources;
  private final Intake intake;
  private final Alarms alarms;
  private final Drift drift;
  private final Pace pace;

  Health(
      JdbcClient jdbc,
      SourceRegister sources,
      Intake intake,
      Alarms alarms,
      Drift drift,
      Pace pace) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.intake = intake;
    this.alarms = alarms;
    this.drift = drift;
    this.pace = pace;
  }

  /** A run has read what it wanted. */
  void ended(Origin origin, RunReading.Legacy legacy) {
    SourceRow source = sources.get(origin.source());
    if (legacy.whole()) {
      Intake.Missing missing = intake.missing(origin, USUAL_LOSS);
      jdbc.sql("update harvest.run set whole = true, gone = gone + :gone where id = :run")
          .param("gone", missing.noted() ? missing.unmet() : 0)
          .param("run", origin.run())
          .update();
    }
    drift.look(source, origin.run(), legacy);
    answered(source.id());
  }

  /** The source has answered as it should. */
  void answered(long source) {
    Timestamp now = Timestamp.from(pace.now());
    jdbc.sql(
            """
            update harvest.source set last_answer_at = :now, last_success_at = :now,
              error_streak = 0 where id = :source""")
        .param("now", now)
        .param("source", source)
        .update();
    alarms.over(source, Alarm.Kind.SILENT, null, null);
    alarms.over(source, Alarm.Kind.CLOSED, null, null);
  }

  /** A run has failed for a reason of our own or of the payload. */
  void failed(Origin origin, String code) {
    failed(origin, code, null, false);
  }

  /** The source gave no answer that can be used. */
  void failed(Origin origin, FetchException e) {
    FetchException.Trouble trouble = e.trouble();
    boolean closed = CLOSED.contains(trouble);
    failed(origin, trouble.code(), e.notBefore(), closed);
    if (trouble.answered()) {
      jdbc.sql("update harvest.source set last_answer_at = :now where id = :source")
          .param("now", Timestamp.from(pace.now()))
          .param("source", origin.source())
          .update();
    }
  }

  private void failed(Origin origin, String code, @Nullable Instant notBefore, boolean closed) {
    SourceRow source = sources.get(origin.source());
    int streak = source.condition().errors() + 1;
    Instant next = next(source.rhythm().next(), pause(streak), notBefore);
    jdbc.sql(
            "update harvest.source set error_streak = :streak, next_run = :next where id = :source")
        .param("streak", streak)
        .param("next", next == null ? null : Timestamp.from(next))
        .param("source", source.id())
        .update();
    if (closed) {
      alarms.raise(source, Alarm.Kind.CLOSED, "", code, origin.run());
    } else if (streak >= STREAK) {
      alarms.raise(source, Alarm.Kind.SILENT, "", code, origin.run());
    }
  }

  /** The planned time, but neither before the pause is over nor before the host wants it. */
  private @Nullable Instant next(
      @Nullable Instant planned, Duration pause, @Nullable Instant notBefore) {
    if (planned == null) {
      return null;
    }
    Instant later = pace.now().plus(pause);
    Instant next = later.isAfter(planned) ? later : planned;
    return notBefore != null && notBefore.isAfter(next) ? notBefore : next;
  }

  private static Duration pause(int streak) {
    return FIRST_PAUSE.multipliedBy(1L << Math.min(streak - 1, MOST_DOUBLINGS));
  }
}
