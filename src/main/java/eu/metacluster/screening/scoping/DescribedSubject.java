package eu.metacluster.screening.scoping;

import eu.metacluster.grid.GridSubject;
import eu.metacluster.platform.web.PageHead;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Answers what the grid is about by the scope in force, and lets no public page be kept that speaks
 * of another one.
 */
@Component
class DescribedSubject implements GridSubject, PageHead {

  private static final long LOOK_EVERY = 5_000_000_000L;

  private final Scopes scopes;
  private volatile long generation;
  private volatile long lookedAt = System.nanoTime() - LOOK_EVERY;

  DescribedSubject(Scopes scopes) {
    this.scopes = scopes;
  }

  @Override
  public Optional<String> described() {
    ScopeInForce scope = scopes.inForce();
    return scope.described() ? Optional.of(scope.definition().name()) : Optional.empty();
  }

  @Override
  public String of(String path) {
    return "";
  }

  /** Looked up every few seconds at most, so that all nodes follow. */
  @Override
  public long generation() {
    if (System.nanoTime() - lookedAt >= LOOK_EVERY) {
      lookedAt = System.nanoTime();
      generation = scopes.inForce().version();
    }
    return generation;
  }
}
