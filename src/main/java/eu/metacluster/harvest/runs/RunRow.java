package eu.metacluster.harvest.runs;

import eu.metacluster.grid.IntakeOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands.
 *
 * @param message why it failed; null otherwise
 * @param unchangedPayload whether the payload was the same as the last time, and so only confirmed
 */
public record RunRow(
    long id,
    long source,
    RunState state,
    boolean dry,
    String location,
    Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant heartbeatAt,
    @Nullable Instant finishedAt,
    Progress progress,
    IntakeOutcome outcome,
    int problems,
    boolean unchangedPayload,
    @Nullable String message) {

  /**
   * How far it is.
   *
   * @param found things read so far
   */
  public record Progress(long bytesDone, long bytesTotal, int found) {

    /** Whole percent of the bytes, 0 while their number is unknown. */
    public int percent() {
      return bytesTotal == 0 ? 0 : (int) Math.min(100, bytesDone * 100 / bytesTotal);
    }
  }

  static RunRow of(ResultSet row) throws SQLException {
    return new RunRow(
        row.getLong("id"),
        row.getLong("source"),
        RunState.ofWord(row.getString("state")),
        row.getBoolean("dry"),
        row.getString("location"),
        row.getTimestamp("queued_at").toInstant(),
        instant(row.getTimestamp("started_at")),
        instant(row.getTimestamp("heartbeat_at")),
        instant(row.getTimestamp("finished_at")),
        new Progress(row.getLong("bytes_done"), row.getLong("bytes_total"), row.getInt("found")),
        new IntakeOutcome(
            row.getInt("created"),
            row.getInt("changed"),
            row.getInt("confirmed"),
            row.getInt("claims_written"),
            row.getInt("claims_ended")),
        row.getInt("problems"),
        row.getBoolean("unchanged_payload"),
        row.getString("message"));
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

  /** Things read in a second. */
  public int rate(Instant now) {
    long millis = Math.max(1, duration(now).toMillis());
    return (int) (progress.found() * 1000L / millis);
  }

  /** How long it will still take at this pace; null when that cannot be said. */
  public @Nullable Duration remaining(Instant now) {
    if (progress.bytesDone() == 0 || progress.bytesTotal() == 0) {
      return null;
    }
    long left = Math.max(0, progress.bytesTotal() - progress.bytesDone());
    return Duration.ofMillis(duration(now).toMillis() * left / progress.bytesDone());
  }
}
