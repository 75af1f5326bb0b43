package eu.metacluster.screening.deciding;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Lifecycle;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What happens to authorised records that cannot simply become public, such as one whose owner must
 * be asked; a module contributes it as a bean. Both methods run in the decision's transaction.
 */
public interface Authorising {

  /**
   * Takes over those of these records that are its business.
   *
   * @param facets what the committee confirmed, by record
   * @return those that it took over; the others become public
   */
  Set<UUID> takeOver(
      Collection<UUID> records, Map<UUID, List<Finding.Fact>> facets, Lifecycle.Reason reason);

  /** Takes back what it did, because the decision is undone; the records wait again afterwards. */
  void takeBack(Collection<UUID> records, Lifecycle.Reason reason);
}
