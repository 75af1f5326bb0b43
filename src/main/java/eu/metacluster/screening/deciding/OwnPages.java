package eu.metacluster.screening.deciding;

import java.util.Collection;
import java.util.UUID;

/**
 * Knows who keeps a public page; the module that takes what people give contributes it as a bean.
 */
public interface OwnPages {

  /**
   * Whether all of these records are what the administrators of a member, proven by a link or a
   * sign-in, say of the member's own page.
   */
  boolean own(Collection<UUID> records);
}
