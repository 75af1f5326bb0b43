package eu.metacluster.journal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one follower reading, in a thread of its own: batch after batch until nothing is left, then
 * asleep until the bell rings. A failure is tried again after a pause that doubles up to a minute;
 * it is logged once per streak.
 */
final class FollowerRunner {

  private static final Logger LOG = LoggerFactory.getLogger(FollowerRunner.class);
  private static final Duration STOPPING = Duration.ofSeconds(10);
  private static final int ERROR_LENGTH = 500;

  /** How long to sleep without a bell, and to pause after failures. */
  record Pace(Duration poll, Duration firstPause, Duration longestPause) {
    static final Pace USUAL =
        new Pace(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  private final Feed feed;
  private final Pace pace;
  private final Runnable progress;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stirred = lock.newCondition();
  private final Thread thread;
  private boolean rung;
  private boolean forget;
  private boolean nudged;
  private boolean stopped;
  private boolean open;
  private int failures;

  FollowerRunner(Feed feed, Pace pace, Runnable progress) {
    this.feed = feed;
    this.pace = pace;
    this.progress = progress;
    thread = Thread.ofVirtual().name("follower " + feed.name()).unstarted(this::run);
  }

  Feed feed() {
    return feed;
  }

  void start() {
    thread.start();
  }

  /** There may be something to read. */
  void ring() {
    stir(() -> rung = true);
  }

  /** Builds the view again from the start, now even if it is pausing after a failure. */
  void forget() {
    stir(
        () -> {
          forget = true;
          nudged = true;
        });
  }

  /** Whether the view holds everything up to {@code head}. */
  boolean hasReached(long head) {
    return !forgetAsked() && feed.state(head).position() >= head;
  }

  /** Ends after the batch at hand; call {@link #awaitEnd} then. */
  void stop() {
    stir(() -> stopped = true);
  }

  void awaitEnd() throws InterruptedException {
    if (!thread.join(STOPPING)) {
      LOG.warn("{} is still at a batch and is left behind", feed.name());
    }
  }

  private void stir(Runnable change) {
    lock.lock();
    try {
      change.run();
      stirred.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    boolean more = true;
    while (awake(more)) {
      try {
        more = step() >= Feed.BATCH; // after a smaller one nothing is left until the bell rings
        progress.run();
      } catch (RuntimeException | Error e) {
        more = false;
        failed(e);
      }
    }
  }

  private int step() {
    if (!open) {
      feed.open();
      open = true;
    }
    if (forgetAsked()) {
      feed.forget();
      stir(() -> forget = false);
      LOG.info("{} is built again from the start", feed.name());
    }
    int taken = feed.step();
    if (taken > 0 && failures > 0) {
      LOG.info("{} goes on after {} failures", feed.name(), failures);
      failures = 0;
    }
    return taken;
  }

  private void failed(Throwable e) {
    open = false;
    if (failures++ == 0) {
      LOG.warn("{} failed and will be tried again until it succeeds", feed.name(), e);
    }
    try {
      String error = e.toString();
      feed.failed(error.substring(0, Math.min(error.length(), ERROR_LENGTH)));
    } catch (RuntimeException alsoFailed) {
      LOG.debug("The failure of {} could not be kept", feed.name(), alsoFailed);
    }
  }

  private boolean forgetAsked() {
    lock.lock();
    try {
      return forget;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is something to do; false when it is time to end. */
  private boolean awake(boolean more) {
    lock.lock();
    try {
      long left = more ? 0 : pause().toNanos();
      while (left > 0 && !stopped && !nudged && (!rung || failures > 0)) {
        left = stirred.awaitNanos(left);
      }
      rung = false;
      nudged = false;
      return !stopped;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  private Duration pause() {
    if (failures == 0) {
      return pace.poll();
    }
    long doubled = pace.firstPause().toMillis() << Math.min(failures - 1, 16);
    return Duration.of(
        Math.min(doubled, pace.longestPause().toMillis()), TimeUnit.MILLISECONDS.toChronoUnit());
  }
}
