package eu.metacluster.journal;

import eu.metacluster.shared.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs every {@link Follower} and {@link LocalFollower} from the end of the start to the beginning
 * of the stop, each in a thread of its own, so that one that fails does not hold up the others. A
 * new entry reaches them within milliseconds. Commands leave the following to the server.
 */
@Component
public class Followers implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
  private static final String FORGET = "forget";
  private static final Duration LOOK = Duration.ofMillis(20);

  private final Feeds feeds;
  private final Journal journal;
  private final JdbcClient jdbc;
  private final FollowerRunner.Pace pace;
  private final boolean autoStart;
  private final DataSource dataSource;
  private final String node = UUID.randomUUID().toString();
  private final Signal progress = new Signal();
  private volatile List<FollowerRunner> runners = List.of();
  private volatile @Nullable Bell bell;

  @Autowired
  Followers(
      Feeds feeds,
      Journal journal,
      DataSource dataSource,
      JdbcClient jdbc,
      Environment environment) {
    this(
        feeds,
        journal,
        dataSource,
        jdbc,
        FollowerRunner.Pace.USUAL,
        environment.acceptsProfiles(Profiles.of("!command")));
  }

  Followers(
      Feeds feeds,
      Journal journal,
      DataSource dataSource,
      JdbcClient jdbc,
      FollowerRunner.Pace pace,
      boolean autoStart) {
    this.feeds = feeds;
    this.journal = journal;
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.pace = pace;
    this.autoStart = autoStart;
  }

  /** How each follower is doing, by name. A node's own views are those of this node. */
  public List<FollowerState> states() {
    long head = journal.head();
    return runners.stream().map(runner -> runner.feed().state(head)).toList();
  }

  /**
   * The seq of the last entry that a follower has taken in.
   *
   * @throws Refusal when there is no such follower
   */
  public long position(String name) {
    return runner(name).feed().state(0).position();
  }

  /**
   * Builds a view again from the first entry: a shared one once, a node's own one on every node
   * that is running.
   *
   * @param actor who asked for it, null for the machine
   * @throws Refusal when there is no such follower
   */
  @Transactional
  public void reset(String name, @Nullable UUID actor) {
    FollowerRunner runner = runner(name);
    journal.append(new NewEntry("journal.rebuilt", null, actor, Map.of("follower", name)));
    jdbc.sql("select pg_notify(?, ?)")
        .params(ChainWriter.CHANNEL, String.join(" ", FORGET, node, name))
        .query(row -> {});
    runner.forget();
  }

  /**
   * Waits until every follower has taken in what is committed now.
   *
   * @return false when the time was not enough
   */
  public boolean awaitCaughtUp(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    long head = journal.head();
    runners.forEach(FollowerRunner::ring);
    while (!runners.stream().allMatch(runner -> runner.hasReached(head))) {
      long left = end - System.nanoTime();
      if (left <= 0 || !progress.await(Math.min(left, LOOK.toNanos()))) {
        return false;
      }
    }
    return true;
  }

  private FollowerRunner runner(String name) {
    return runners.stream()
        .filter(runner -> runner.feed().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(Refusal.Kind.NOT_FOUND, "MC-1101", "journal.refusal.noFollower", name));
  }

  private void heard(String message) {
    String[] words = message.split(" ", 3);
    if (words.length == 3 && words[0].equals(FORGET)) {
      if (!words[1].equals(node)) {
        runners.stream()
            .filter(runner -> runner.feed().name().equals(words[2]) && runner.feed().ownOfNode())
            .forEach(FollowerRunner::forget);
      }
    } else {
      runners.forEach(FollowerRunner::ring);
    }
  }

  @Override
  public void start() {
    runners =
        feeds.all().stream().map(feed -> new FollowerRunner(feed, pace, progress::give)).toList();
    Bell opened = new Bell(dataSource, this::heard);
    bell = opened;
    runners.forEach(FollowerRunner::start);
    opened.start();
  }

  @Override
  public void stop() {
    Bell open = bell;
    bell = null;
    runners.forEach(FollowerRunner::stop);
    try {
      if (open != null) {
        open.stop();
      }
      for (FollowerRunner runner : runners) {
        runner.awaitEnd();
      }
    } catch (InterruptedException e) {
      LOG.warn("The followers had no time to end");
      Thread.currentThread().interrupt();
    }
    runners = List.of();
  }

  @Override
  public boolean isRunning() {
    return bell != null;
  }

  @Override
  public boolean isAutoStartup() {
    return autoStart;
  }
}
