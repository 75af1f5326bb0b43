package eu.metacluster.harvest;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads one kind of payload into findings. A connector knows a format and nothing of the grid's
 * state; it never fails because of one bad row, and holds no more in memory than it must.
 */
public interface Connector {

  /** Its name in the database and in message keys, such as {@code cordis-csv}. */
  String id();

  /** Changes whenever the same payload would give other findings than before. */
  int version();

  /** Whether a payload with a member of this name is one of its own. */
  boolean recognises(String memberName);

  /**
   * Reads the payload to its end.
   *
   * @param payload a folder, a file or an archive
   * @throws IOException when the payload itself cannot be opened
   * @throws eu.metacluster.shared.Refusal when nothing in it can be read for a reason that the
   *     person can do something about
   */
  void read(Path payload, Reading reading) throws IOException;
}
