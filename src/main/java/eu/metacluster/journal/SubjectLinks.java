package eu.metacluster.journal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What a module contributes (as a bean) so that the journal's page can name and link the things
 * that entries are about, and the accounts that acted. Names are looked up for the page only and
 * are never written to the journal.
 */
public interface SubjectLinks {

  /**
   * A thing's page.
   *
   * @param text what the thing is called
   * @param path where its page is
   */
  record SubjectLink(String text, String path) {}

  /** The pages of those of these things that the module knows; asked once for a whole page. */
  Map<UUID, SubjectLink> links(Collection<UUID> subjects);
}
