package eu.metacluster.screening.scoping;

import eu.metacluster.screening.scope.DescribedScope;
import eu.metacluster.screening.scope.ScopeModel;
import eu.metacluster.screening.scope.ScopeScore;
import eu.metacluster.screening.scope.ScopeText;
import eu.metacluster.screening.scope.WaitingText;
import org.jspecify.annotations.Nullable;

/** What scores texts now: the fitted model, or the scope's own words. */
public sealed interface Gauge {

  /** Names it and its state: what was scored by another key is to be scored again. */
  String key();

  /** Whether the scope's own words rank, not the fitted model. */
  boolean byWords();

  /** The model whose vectors count, or null when none do. */
  @Nullable String vectors();

  /**
   * Scores a text.
   *
   * @param vector its vector by the model of {@link #vectors()}, null while there is none
   */
  ScopeScore score(ScopeText text, float @Nullable [] vector);

  /**
   * The fitted model.
   *
   * @param facets whether it proposes facets: only for the scope that it was fitted to
   */
  record Fitted(ScopeModel model, boolean facets) implements Gauge {

    @Override
    public String key() {
      return "model:" + model.fingerprint() + (facets ? "" : ":bare");
    }

    @Override
    public boolean byWords() {
      return false;
    }

    @Override
    public @Nullable String vectors() {
      return null;
    }

    @Override
    public ScopeScore score(ScopeText text, float @Nullable [] vector) {
      ScopeScore score = model.score(text);
      return facets ? score : score.withoutFacets();
    }
  }

  /** A scope's own words. */
  record Described(String key, DescribedScope scope) implements Gauge {

    @Override
    public boolean byWords() {
      return true;
    }

    @Override
    public @Nullable String vectors() {
      return scope.model();
    }

    @Override
    public ScopeScore score(ScopeText text, float @Nullable [] vector) {
      return scope.score(new WaitingText(text, vector));
    }
  }
}
