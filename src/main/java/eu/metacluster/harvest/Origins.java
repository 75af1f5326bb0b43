package eu.metacluster.harvest;

import eu.metacluster.grid.Finding;
import java.util.Map;

/** Says of claims where in another repository they were harvested, as the protocol's header did. */
public interface Origins {

  /**
   * A record of another repository.
   *
   * @param base the repository's address
   * @param identifier its name there
   * @param datestamp when it was last changed there, as the repository wrote it
   * @param namespace of the metadata that were read, empty when the payload does not say
   */
  record Origin(String base, String identifier, String datestamp, String namespace) {}

  /** Begins to read, with the repositories as they are now. */
  Reader read();

  /** Reads the origins of one record after the other. */
  interface Reader {

    /**
     * The origins of what was read at these places, by source; sources that are not harvested by
     * OAI-PMH, and places that cannot be read any more, are absent.
     *
     * @param places for each source a place where something of one record stands
     */
    Map<Long, Origin> of(Map<Long, Finding.Locator> places);
  }
}
