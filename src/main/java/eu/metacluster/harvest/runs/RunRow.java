package eu.metacluster.harvest.runs;

import eu.metacluster.grid.IntakeOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands.
 *
 * @param attempts how many workers have begun it
 * @param attemptAt when the worker that has it now, or had it last, began
 * @param message key of the sentence that says why it failed; null otherwise
 * @param code that sentence's quotable code; null otherwise
 * @param unchangedPayload whether the payload was the same as the last time, and so only confirmed
 */
public record RunRow(
    long id,
    long source,
    RunState state,
    boolean dry,
    String location,
    int attempts,
    Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant attemptAt,
    @Nullable Instant heartbeatAt,
    @Nullable Instant finishedAt,
    Progress progress,
    IntakeOutcome outcome,
    int problems,
    boolean unchangedPayload,
    @Nullable String message,
    @Nullable String code,
    Remote remote) {

  /**
   * What a run over the network brought beside its findings.
   *
   * @param gone things that the source no longer has
   * @param skipped things that the grid does not know, left out because the source is a register
   * @param bytes unpacked bytes received
   * @param detail what the sentence of its failure needs beside its words; empty when nothing
   */
  public record Remote(
      int gone, int skipped, long bytes, int requests, boolean whole, String detail) {}

  /**
   * How far it is.
   *
   * @param done steps done by the worker that has it now
   * @param total steps there are, 0 while their number is unknown
   * @param found things read so far
   * @param percent whole percent that never goes back, 100 only when all is done
   */
  public record Progress(long done, long total, int found, int percent, Phase phase) {}

  static RunRow of(ResultSet row) throws SQLException {
    return new RunRow(
        row.getLong("id"),
        row.getLong("source"),
        RunState.ofWord(row.getString("state")),
        row.getBoolean("dry"),
        row.getString("location"),
        row.getInt("attempts"),
        row.getTimestamp("queued_at").toInstant(),
        instant(row.getTimestamp("started_at")),
        instant(row.getTimestamp("attempt_at")),
        instant(row.getTimestamp("heartbeat_at")),
        instant(row.getTimestamp("finished_at")),
        new Progress(
            row.getLong("bytes_done"),
            row.getLong("bytes_total"),
            row.getInt("found"),
            row.getInt("percent"),
            Phase.ofWord(row.getString("phase"))),
        new IntakeOutcome(
            row.getInt("created"),
            row.getInt("changed"),
            row.getInt("confirmed"),
            row.getInt("claims_written"),
            row.getInt("claims_ended")),
        row.getInt("problems"),
        row.getBoolean("unchanged_payload"),
        row.getString("message"),
        row.getString("message_code"),
        new Remote(
            row.getInt("gone"),
            row.getInt("skipped"),
            row.getLong("bytes_received"),
            row.getInt("requests"),
            row.getBoolean("whole"),
            Objects.requireNonNullElse(row.getString("message_detail"), "")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  /** How long it took, or has taken so far. */
  public Duration duration(Instant now) {
    return startedAt == null
        ? Duration.ZERO
        : Duration.between(startedAt, finishedAt == null ? now : finishedAt);
  }

  /** Things read in a second by the worker that has it now. */
  public int rate(Instant now) {
    return (int) (progress.found() * 1000L / Math.max(1, working(now).toMillis()));
  }

  /** How long it will still take at this pace; null when that cannot be said. */
  public @Nullable Duration remaining(Instant now) {
    if (progress.done() == 0 || progress.total() == 0) {
      return null;
    }
    long left = Math.max(0, progress.total() - progress.done());
    return Duration.ofMillis(working(now).toMillis() * left / progress.done());
  }

  private Duration working(Instant now) {
    Instant from = attemptAt == null ? startedAt : attemptAt;
    return from == null
        ? Duration.ZERO
        : Duration.between(from, finishedAt == null ? now : finishedAt);
  }
}
