package eu.metacluster.harvest.runs;

import eu.metacluster.grid.IntakeOutcome;
import eu.metacluster.harvest.fetch.Pace;
import eu.metacluster.shared.Refusal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The runs and who works on them. A worker holds a run by a token and a heartbeat; when the
 * heartbeat stops, another may take the run over, and whatever the first still tries to write
 * fails.
 */
@Component
class Runs {

  private final JdbcClient jdbc;
  private final double patience;
  private final Pace pace;

  /**
   * @param patience a worker that was not heard of for so many seconds is taken for dead
   */
  Runs(JdbcClient jdbc, @Value("${metacluster.run-patience:6}") double patience, Pace pace) {
    this.jdbc = jdbc;
    this.pace = pace;
    this.patience = patience;
  }

  /** The token was taken by another worker, or the run was cancelled. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  long queue(long source, String location, boolean dry, @Nullable UUID actor) {
    return jdbc.sql(
            """
            insert into harvest.run (source, state, dry, location, requested_by, queued_at)
            values (:source, 'queued', :dry, :location, :actor, now()) returning id""")
        .param("source", source)
        .param("dry", dry)
        .param("location", location)
        .param("actor", actor)
        .query(Long.class)
        .single();
  }

  /** Queues a run that the timetable wants; empty when the source is being read already. */
  Optional<Long> queueScheduled(SourceRow source) {
    return jdbc.sql(
            """
            insert into harvest.run (source, state, dry, location, queued_at, scheduled)
            select :source, 'queued', false, :location, now(), true
            where not exists (select 1 from harvest.run where source = :source
              and state in ('queued', 'running') and not dry)
            on conflict do nothing returning id""")
        .param("source", source.id())
        .param("location", source.location())
        .query(Long.class)
        .optional();
  }

  RunRow get(long id) {
    return find(id)
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.NOT_FOUND, "MC-1406", "harvest.refusal.no_run"));
  }

  private Optional<RunRow> find(long id) {
    return jdbc.sql("select * from harvest.run where id = :id")
        .param("id", id)
        .query((row, n) -> RunRow.of(row))
        .optional();
  }

  List<RunRow> ofSource(long source, int limit) {
    return jdbc.sql(
            "select * from harvest.run where source = :source order by id desc limit :limit")
        .param("source", source)
        .param("limit", limit)
        .query((row, n) -> RunRow.of(row))
        .list();
  }

  /** The last run of each source that was not dry. */
  List<RunRow> latest() {
    return jdbc.sql(
            """
            select distinct on (source) * from harvest.run where not dry
            order by source, id desc""")
        .query((row, n) -> RunRow.of(row))
        .list();
  }

  /** The last run of a source that was not dry. */
  Optional<RunRow> latest(long source) {
    return jdbc.sql(
            "select * from harvest.run where source = :source and not dry order by id desc limit 1")
        .param("source", source)
        .query((row, n) -> RunRow.of(row))
        .optional();
  }

  /** A run of the same payload that is not done yet, perhaps because its process was killed. */
  Optional<Long> open(long source, String location, boolean dry) {
    return jdbc.sql(
            """
            select id from harvest.run where source = :source and location = :location
            and dry = :dry and state in ('queued', 'running') order by id limit 1""")
        .param("source", source)
        .param("location", location)
        .param("dry", dry)
        .query(Long.class)
        .optional();
  }

  /** The tokens of the workers that hold a run. */
  Set<UUID> holders() {
    return Set.copyOf(
        jdbc.sql("select owner from harvest.run where state = 'running' and owner is not null")
            .query(UUID.class)
            .list());
  }

  /** What the runs that are not done read. */
  List<String> openLocations() {
    return jdbc.sql("select location from harvest.run where state in ('queued', 'running')")
        .query(String.class)
        .list();
  }

  /** Runs that nobody works on and that are not done. */
  List<Long> abandoned() {
    return jdbc.sql(
            """
            select id from harvest.run where state in ('queued', 'running')
            and coalesce(heartbeat_at, queued_at) < now() - make_interval(secs => :patience)
            order by id""")
        .param("patience", patience)
        .query(Long.class)
        .list();
  }

  /**
   * Takes the run for a worker.
   *
   * @return when its payload counts as retrieved; empty when it is done or another works on it
   */
  Optional<Instant> claim(long id, UUID token) {
    return jdbc.sql(
            """
            update harvest.run set state = 'running', owner = :token, heartbeat_at = now(),
              started_at = coalesce(started_at, now()), attempts = attempts + 1,
              attempt_at = now(), bytes_done = 0, skipped = 0, phase = 'opening',
              retrieved_at = coalesce(retrieved_at, :now)
            where id = :id and (state = 'queued' or (state = 'running'
              and heartbeat_at < now() - make_interval(secs => :patience)))
            returning retrieved_at""")
        .param("now", Timestamp.from(pace.now()))
        .param("id", id)
        .param("token", token)
        .param("patience", patience)
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /** Shows that the worker lives and how far it is. */
  void beat(long id, UUID token, RunRow.Progress progress, int problems) {
    held(
        jdbc.sql(
                """
                update harvest.run set heartbeat_at = now(), bytes_done = :done,
                  bytes_total = :total, found = :found, problems = :problems, phase = :phase,
                  percent = greatest(percent, :percent)
                where id = :id and owner = :token and state = 'running'""")
            .param("done", progress.done())
            .param("total", progress.total())
            .param("phase", progress.phase().word())
            .param("percent", progress.percent())
            .param("found", progress.found())
            .param("problems", problems)
            .param("id", id)
            .param("token", token)
            .update());
  }

  /** Adds to the counts, in the transaction that wrote what is counted. */
  void count(long id, UUID token, IntakeOutcome outcome) {
    held(
        jdbc.sql(
                """
                update harvest.run set heartbeat_at = now(), created = created + :created,
                  changed = changed + :changed, claims_written = claims_written + :written,
                  claims_ended = claims_ended + :ended
                where id = :id and owner = :token and state = 'running'""")
            .param("created", outcome.created())
            .param("changed", outcome.changed())
            .param("written", outcome.claimsWritten())
            .param("ended", outcome.claimsEnded())
            .param("id", id)
            .param("token", token)
            .update());
  }

  /**
   * Notes what a load said beside its findings, in the transaction that wrote it.
   *
   * @param gone things that the source no longer has
   * @param checkpoint where the run has come to, null when that is not said
   */
  void note(long id, UUID token, int gone, @Nullable Checkpoint checkpoint) {
    if (gone == 0 && checkpoint == null) {
      return;
    }
    held(
        jdbc.sql(
                """
                update harvest.run set gone = gone + :gone,
                  checkpoint = coalesce(:checkpoint, checkpoint),
                  checkpoint_found = coalesce(:found, checkpoint_found)
                where id = :id and owner = :token and state = 'running'""")
            .param("gone", gone)
            .param("checkpoint", checkpoint == null ? null : checkpoint.place())
            .param("found", checkpoint == null ? null : checkpoint.found(), Types.INTEGER)
            .param("id", id)
            .param("token", token)
            .update());
  }

  /** Counts things that are not taken in because the grid does not know them. */
  void skipped(long id, UUID token, int count) {
    held(
        jdbc.sql(
                """
                update harvest.run set skipped = skipped + :count
                where id = :id and owner = :token and state = 'running'""")
            .param("count", count)
            .param("id", id)
            .param("token", token)
            .update());
  }

  /**
   * A place in a source from which a run can go on.
   *
   * @param found how many things it had found up to there
   */
  record Checkpoint(String place, int found) {}

  /** Where a run had come to when it was cut off. */
  Optional<Checkpoint> checkpoint(long id) {
    return jdbc.sql(
            """
            select checkpoint, checkpoint_found from harvest.run
            where id = :id and checkpoint is not null""")
        .param("id", id)
        .query((row, n) -> new Checkpoint(row.getString(1), row.getInt(2)))
        .optional();
  }

  /** Adds what went over the line. */
  void traffic(long id, long bytes, int requests) {
    jdbc.sql(
            """
            update harvest.run set bytes_received = bytes_received + :bytes,
              requests = requests + :requests where id = :id""")
        .param("bytes", bytes)
        .param("requests", requests)
        .param("id", id)
        .update();
  }

  /** Ends the run; what was neither new nor changed was confirmed. */
  void finish(long id, UUID token, boolean unchangedPayload) {
    held(
        jdbc.sql(
                """
                update harvest.run set state = 'finished', finished_at = now(), owner = null,
                  confirmed = greatest(0, found - created - changed - skipped),
                  unchanged_payload = :unchanged, percent = 100
                where id = :id and owner = :token""")
            .param("unchanged", unchangedPayload)
            .param("id", id)
            .param("token", token)
            .update());
  }

  /**
   * Why a run ended before all was read.
   *
   * @param code the quotable code of the sentence
   * @param sentence its key
   * @param detail what the sentence needs beside its words, null when nothing
   */
  record Failure(String code, String sentence, @Nullable String detail) {}

  /** Ends the run before all was read. */
  void fail(long id, UUID token, Failure failure) {
    held(
        jdbc.sql(
                """
                update harvest.run set state = 'failed', finished_at = now(), owner = null,
                  confirmed = greatest(0, found - created - changed - skipped),
                  message = :sentence, message_code = :code, message_detail = :detail
                where id = :id and owner = :token""")
            .param("sentence", failure.sentence())
            .param("code", failure.code())
            .param("detail", failure.detail())
            .param("id", id)
            .param("token", token)
            .update());
  }

  private static void held(int rows) {
    if (rows == 0) {
      throw new Lost();
    }
  }

  /** Stops a run that is not done; what it wrote stays until it is rolled back. */
  boolean cancel(long id) {
    return jdbc.sql(
                """
                update harvest.run set state = 'cancelled', finished_at = now(), owner = null
                where id = :id and state in ('queued', 'running')""")
            .param("id", id)
            .update()
        == 1;
  }

  /** Whether a later run of the same source changed claims: it must be taken back first. */
  boolean builtUpon(long id) {
    return jdbc.sql(
            """
            select exists (
              select 1 from harvest.run later join harvest.run r on r.source = later.source
              where r.id = :id and later.id > r.id and not later.dry
                and later.state <> 'rolled_back'
                and (later.state in ('queued', 'running')
                  or later.created + later.claims_written + later.claims_ended > 0))""")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  boolean rolledBack(long id) {
    return jdbc.sql(
                """
                update harvest.run set state = 'rolled_back' where id = :id and not dry
                and state in ('finished', 'failed', 'cancelled')""")
            .param("id", id)
            .update()
        == 1;
  }
}
