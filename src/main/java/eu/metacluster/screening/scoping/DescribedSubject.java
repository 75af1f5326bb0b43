package eu.metacluster.screening.scoping;

import eu.metacluster.grid.GridSubject;
import eu.metacluster.platform.web.PageHead;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Answers what the grid is about by the scope in force, and lets no public page be kept that speaks
 * of another one. No page waits for a look at what another node has put in force meanwhile.
 */
@Component
class DescribedSubject implements GridSubject, PageHead {

  private static final Logger LOG = LoggerFactory.getLogger(DescribedSubject.class);
  private static final long LOOK_EVERY = 5_000_000_000L;

  private final Scopes scopes;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile @Nullable Known known;

  private record Known(ScopeInForce scope, long lookedAt) {}

  DescribedSubject(Scopes scopes) {
    this.scopes = scopes;
  }

  /** On this node it counts at once. */
  @TransactionalEventListener
  void changed(Scopes.Changed change) {
    known = null;
  }

  @Override
  public Optional<String> described() {
    ScopeInForce scope = scope();
    return scope.described() ? Optional.of(scope.definition().name()) : Optional.empty();
  }

  @Override
  public String of(String path) {
    return "";
  }

  @Override
  public long generation() {
    return scope().version();
  }

  private ScopeInForce scope() {
    Known now = known;
    if (now == null) {
      return look();
    }
    if (System.nanoTime() - now.lookedAt() > LOOK_EVERY && looking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("subject").start(this::lookAgain);
    }
    return now.scope();
  }

  private void lookAgain() {
    try {
      look();
    } catch (DataAccessException e) {
      LOG.warn("Whether another scope was put in force cannot be seen now", e);
    } finally {
      looking.set(false);
    }
  }

  private ScopeInForce look() {
    long time = System.nanoTime();
    ScopeInForce scope = scopes.inForce();
    known = new Known(scope, time);
    return scope;
  }
}
