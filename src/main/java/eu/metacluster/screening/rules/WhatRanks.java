package eu.metacluster.screening.rules;

import eu.metacluster.screening.scoping.FittedModel;
import eu.metacluster.screening.scoping.ScopeInForce;
import eu.metacluster.screening.scoping.ScopeReader;
import eu.metacluster.screening.scoping.Scopes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What ranks the queue now, for the pages that say so. */
@Component
class WhatRanks {

  private final Scopes scopes;
  private final ScopeReader reader;
  private final FittedModel fitted;

  WhatRanks(Scopes scopes, ScopeReader reader, FittedModel fitted) {
    this.scopes = scopes;
    this.reader = reader;
    this.fitted = fitted;
  }

  /**
   * What ranks.
   *
   * @param byWords whether the scope's own words do, not the fitted model
   * @param own whether the fitted model is the partnership's own
   * @param problem the code of what is wrong with the fitted model that should rank, or null
   */
  record Now(ScopeInForce scope, boolean byWords, boolean own, @Nullable String problem) {}

  Now now() {
    ScopeInForce scope = scopes.inForce();
    return new Now(
        scope,
        reader.gauge(scope).byWords(),
        fitted.named(),
        scope.byModel() ? fitted.problem() : null);
  }
}
