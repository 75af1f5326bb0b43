package eu.metacluster.screening.scoping;

import eu.metacluster.screening.scope.DescribedScope;
import eu.metacluster.screening.scope.ScopeModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what scores texts now. Ask once for each batch: the answer is read from the database, so
 * that all nodes change over together; the fit itself is kept until it changes.
 */
@Component
public class ScopeReader {

  private final Scopes scopes;
  private final Fits fits;
  private final FittedModel fitted;
  private volatile Gauge.@Nullable Described last;

  ScopeReader(Scopes scopes, Fits fits, FittedModel fitted) {
    this.scopes = scopes;
    this.fits = fits;
    this.fitted = fitted;
  }

  /** What scores now. */
  public Gauge gauge() {
    return gauge(scopes.inForce());
  }

  /** What scores by this scope. */
  public Gauge gauge(ScopeInForce scope) {
    ScopeModel model = scope.byModel() ? fitted.model() : null;
    return model != null ? new Gauge.Fitted(model, !scope.described()) : described(scope);
  }

  private Gauge.Described described(ScopeInForce scope) {
    int generation = fits.find(scope.version()).map(Fits.Fit::generation).orElse(0);
    String key = "words:" + scope.version() + ":" + generation;
    Gauge.Described kept = last;
    if (kept != null && kept.key().equals(key)) {
      return kept;
    }
    Gauge.Described read = new Gauge.Described(key, read(scope, generation));
    last = read;
    return read;
  }

  private DescribedScope read(ScopeInForce scope, int generation) {
    Optional<byte[]> bytes = fits.bytes(scope.version(), generation);
    return bytes
        .flatMap(one -> DescribedScope.of(scope.definition(), one))
        .orElseGet(() -> DescribedScope.unfitted(scope.definition()));
  }
}
