package eu.metacluster.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds a follower that this node keeps for itself. */
final class LocalFeed implements Feed {

  private static final Logger LOG = LoggerFactory.getLogger(LocalFeed.class);

  private final LocalFollower follower;
  private final EntryReader reader;
  private final Clock clock = Clock.systemUTC();

  /** What was taken in last, kept for good or not yet. */
  private volatile long position;

  private volatile @Nullable Instant movedAt;
  private volatile @Nullable Trouble trouble;

  private record Trouble(Instant since, int failures, String error) {}

  LocalFeed(LocalFollower follower, EntryReader reader) {
    this.follower = follower;
    this.reader = reader;
  }

  @Override
  public String name() {
    return follower.name();
  }

  @Override
  public boolean ownOfNode() {
    return true;
  }

  @Override
  public void open() {
    long kept = follower.position();
    long head = reader.head();
    if (kept > head) {
      LOG.warn(
          "{} has read {} entries of a journal that has {}: it belongs to another database and is"
              + " built again",
          name(),
          kept,
          head);
      forget();
    } else {
      position = kept;
    }
  }

  @Override
  public int step() {
    List<Entry> entries = reader.after(position, BATCH);
    if (!entries.isEmpty()) {
      follower.follow(entries);
      position = entries.getLast().seq();
      movedAt = clock.instant();
      trouble = null;
    }
    return entries.size();
  }

  @Override
  public void forget() {
    follower.forget();
    position = 0;
    trouble = null;
  }

  @Override
  public void failed(String error) {
    Trouble before = trouble;
    trouble =
        before == null
            ? new Trouble(clock.instant(), 1, error)
            : new Trouble(before.since(), before.failures() + 1, error);
  }

  @Override
  public FollowerState state(long head) {
    Trouble now = trouble;
    long at = position;
    return new FollowerState(
        name(),
        false,
        at,
        Math.max(0, head - at),
        movedAt,
        now == null ? 0 : now.failures(),
        now == null ? null : now.since(),
        now == null ? null : now.error());
  }
}
