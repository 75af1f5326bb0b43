package eu.metacluster.screening.rules;

import eu.metacluster.screening.deciding.Criterion;
import eu.metacluster.screening.queue.Progress;
import eu.metacluster.screening.scoping.ScopeInForce;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the public page about the committee's decisions shows.
 *
 * @param oneForOwn whether one reviewer is enough for what a member says of its own page
 * @param byWords whether the scope's own words rank, not the fitted model
 * @param own whether the fitted model is the partnership's own, not the one that ships
 * @param problem the code of what is wrong with the fitted model that should rank, or null
 */
public record HowView(
    boolean twoPerson,
    boolean oneForOwn,
    List<Criterion> criteria,
    Progress progress,
    ScopeInForce scope,
    boolean byWords,
    boolean own,
    @Nullable String problem) {

  /** The rules for taking in, or for leaving out. */
  public List<Criterion> criteria(boolean in) {
    return criteria.stream().filter(criterion -> criterion.in() == in).toList();
  }
}
