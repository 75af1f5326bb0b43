package eu.metacluster.screening.ranking;

import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Follower;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Has the queue ordered anew soon after a decision, beside the work that decided: decisions that
 * come while it is ordered wait for the next time together.
 */
@Component
class RankingFollower implements Follower, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(RankingFollower.class);
  private static final Set<String> TEACHING =
      Set.of(
          "screening.authorised",
          "screening.declined",
          "screening.archived",
          "screening.decision-undone",
          "harvest.run-finished");

  private final Ranking ranking;
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("screening-ranking").daemon().factory());

  RankingFollower(Ranking ranking) {
    this.ranking = ranking;
    worker.scheduleWithFixedDelay(ranking::rest, 1, 1, TimeUnit.MINUTES);
  }

  @Override
  public String name() {
    return "screening.ranking";
  }

  @Override
  public void follow(List<Entry> entries) {
    boolean teaches = entries.stream().anyMatch(entry -> TEACHING.contains(entry.kind()));
    if (teaches && wanted.compareAndSet(false, true)) {
      worker.schedule(this::order, 50, TimeUnit.MILLISECONDS);
    }
  }

  private void order() {
    wanted.set(false);
    try {
      ranking.refit();
    } catch (RuntimeException e) {
      LOG.warn("The queue keeps its order until the next decision: {}", e.toString());
    } catch (OutOfMemoryError e) {
      LOG.warn("The queue is too long for the memory (-Xmx) to learn from; it keeps its order.");
    }
  }

  /** The order is no view of the journal alone; the next decision makes it anew. */
  @Override
  public void forget() {
    wanted.set(false);
  }

  @Override
  public void destroy() {
    worker.shutdownNow();
  }
}
