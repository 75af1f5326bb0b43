package eu.metacluster.harvest.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Gives requests their turn at each host, one for all sources and all nodes: between two of them
 * lies at least the host's gap.
 */
@Component
final class HostGate {

  private static final Duration STRETCH = Duration.ofSeconds(1);

  /** Longer ones would keep other nodes waiting. */
  private static final Duration LONGEST_STRETCH = Duration.ofSeconds(8);

  private final Turns turns;
  private final Pace pace;

  /** Who was not asked for an hour is forgotten here; the turns that all nodes share still hold. */
  private final Cache<String, Host> hosts =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build();

  HostGate(Turns turns, Pace pace) {
    this.turns = turns;
    this.pace = pace;
  }

  /**
   * Waits until the next request may go out.
   *
   * @param host name and port
   * @param gap least time between two requests
   */
  void await(String host, Duration gap) throws InterruptedException {
    if (gap.isZero()) {
      return;
    }
    hosts.get(host, name -> new Host()).await(host, gap);
  }

  /**
   * A request has ended: the gap counts from here, so that no delay on the way brings two closer.
   */
  void done(String host) {
    Host known = hosts.getIfPresent(host);
    if (known != null) {
      known.done();
    }
  }

  /** Keeps everybody away from a host until a time. */
  void rest(String host, Instant until) {
    turns.rest(host, until);
    hosts.get(host, name -> new Host()).forget();
  }

  /** Forgets the hosts that nobody has waited for since then. */
  void forget(Instant before) {
    turns.forget(before);
  }

  private final class Host {

    private final ReentrantLock lock = new ReentrantLock(true);
    private Instant last = Instant.MIN;
    private Instant from = Instant.MAX;
    private Instant until = Instant.MIN;
    private Duration stretch = STRETCH;

    void await(String host, Duration gap) throws InterruptedException {
      lock.lockInterruptibly();
      try {
        Instant turn = turn(host, gap);
        pace.pause(Duration.between(pace.now(), turn));
        last = pace.now();
      } finally {
        lock.unlock();
      }
    }

    private Instant turn(String host, Duration gap) {
      Instant now = pace.now();
      Instant earliest = last == Instant.MIN ? now : last.plus(gap);
      Instant at = earliest.isBefore(now) ? now : earliest;
      if (!at.isBefore(from) && at.isBefore(until)) {
        return at;
      }
      boolean goesOn = !at.isBefore(until) && at.isBefore(until.plus(gap).plus(STRETCH));
      stretch = goesOn ? longer(stretch) : STRETCH;
      Duration length = gap.compareTo(stretch) > 0 ? gap : stretch;
      Turns.Block block = turns.reserve(host, at, length);
      from = block.from();
      until = block.until();
      return from;
    }

    /** Who keeps asking a host takes more at once, so that the nodes need to speak less. */
    private static Duration longer(Duration stretch) {
      Duration twice = stretch.multipliedBy(2);
      return twice.compareTo(LONGEST_STRETCH) > 0 ? LONGEST_STRETCH : twice;
    }

    void done() {
      lock.lock();
      try {
        last = pace.now();
      } finally {
        lock.unlock();
      }
    }

    void forget() {
      lock.lock();
      try {
        until = Instant.MIN;
      } finally {
        lock.unlock();
      }
    }
  }
}
