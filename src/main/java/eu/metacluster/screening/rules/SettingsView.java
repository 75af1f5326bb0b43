package eu.metacluster.screening.rules;

import eu.metacluster.screening.deciding.Criterion;
import java.util.List;

/**
 * What the page of the committee's settings shows.
 *
 * @param people how many people can decide
 * @param criteria every version of every rule
 */
public record SettingsView(boolean twoPerson, int people, List<Criterion> criteria) {

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
