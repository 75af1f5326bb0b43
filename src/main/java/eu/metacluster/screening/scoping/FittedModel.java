package eu.metacluster.screening.scoping;

import eu.metacluster.screening.scope.ScopeModel;
import eu.metacluster.screening.scope.ScopeModelException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The fitted model: the one that ships, or one that the configuration names. It is loaded when it
 * is first needed. One that cannot be used is said once in the log and is out of use until the next
 * start; the words of the scope rank meanwhile.
 */
@Component
public class FittedModel {

  private static final Logger LOG = LoggerFactory.getLogger(FittedModel.class);

  private final @Nullable Path path;
  private final Supplier<Loaded> loaded = SingletonSupplier.of(this::load);

  FittedModel(@Value("${metacluster.scope.model:#{null}}") @Nullable Path path) {
    this.path = path;
  }

  private record Loaded(@Nullable ScopeModel model, @Nullable String problem) {}

  /** The model, or null when it cannot be used. */
  @Nullable ScopeModel model() {
    return loaded.get().model();
  }

  /** The code of what is wrong with it, MC-1551 to MC-1554; null when it can be used. */
  public @Nullable String problem() {
    return loaded.get().problem();
  }

  /** Whether the configuration names one, so that it is the partnership's own. */
  public boolean named() {
    return path != null;
  }

  private Loaded load() {
    try {
      return new Loaded(path == null ? ScopeModel.load() : ScopeModel.load(path), null);
    } catch (ScopeModelException e) {
      LOG.warn("The words of the scope rank, without the fitted model: {}", e.getMessage());
      return new Loaded(null, e.code());
    }
  }
}
