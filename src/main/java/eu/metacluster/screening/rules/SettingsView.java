package eu.metacluster.screening.rules;

import eu.metacluster.screening.deciding.Criterion;
import eu.metacluster.screening.scoping.ScopeInForce;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the committee's settings shows.
 *
 * @param oneForOwn whether one reviewer is enough for what a member says of its own page
 * @param people how many people can decide
 * @param criteria every version of every rule
 * @param rewording the rule whose next version is being written, null for a new one
 * @param byWords whether the scope's own words rank, not the fitted model
 * @param problem the code of what is wrong with the fitted model that should rank, or null
 */
public record SettingsView(
    boolean twoPerson,
    boolean oneForOwn,
    int people,
    List<Criterion> criteria,
    @Nullable Criterion rewording,
    ScopeInForce scope,
    boolean byWords,
    @Nullable String problem) {

  /** The rules that may be cited. */
  public List<Criterion> inForce() {
    return criteria.stream().filter(Criterion::inForce).toList();
  }

  /** Versions that may not be cited any more. */
  public List<Criterion> retired() {
    return criteria.stream().filter(one -> !one.inForce()).toList();
  }

  /** Whether a second pair of eyes is at hand and not used. */
  public boolean recommended() {
    return !twoPerson && people >= 2;
  }
}
