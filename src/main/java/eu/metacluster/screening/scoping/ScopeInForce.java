package eu.metacluster.screening.scoping;

import eu.metacluster.screening.scope.ScopeDefinition;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of what the partnership looks for.
 *
 * @param version 0 for the one that ships and was never changed
 * @param described whether the partnership wrote it; else it is the built-in one
 * @param byModel whether the fitted model ranks, as long as it can be used
 * @param setBy who put it in force, null for version 0
 */
public record ScopeInForce(
    int version,
    boolean described,
    boolean byModel,
    ScopeDefinition definition,
    @Nullable UUID setBy,
    @Nullable Instant setAt) {

  static final ScopeInForce SHIPPED =
      new ScopeInForce(0, false, true, ScopeDefinition.BUILT_IN, null, null);

  boolean says(boolean otherDescribed, boolean otherByModel, ScopeDefinition other) {
    return described == otherDescribed && byModel == otherByModel && definition.equals(other);
  }
}
