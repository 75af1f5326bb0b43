package eu.metacluster.screening.rules;

import eu.metacluster.screening.deciding.Criterion;
import eu.metacluster.screening.queue.Progress;
import java.util.List;

/** What the public page about the committee's decisions shows. */
public record HowView(boolean twoPerson, List<Criterion> criteria, Progress progress) {

  /** The rules for taking in, or for leaving out. */
  public List<Criterion> criteria(boolean in) {
    return criteria.stream().filter(criterion -> criterion.in() == in).toList();
  }
}
