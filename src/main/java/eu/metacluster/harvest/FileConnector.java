package eu.metacluster.harvest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Reads a payload that lies on the disk as a whole: handed in, named on the server, or fetched from
 * an address beforehand.
 */
public non-sealed interface FileConnector extends Connector {

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

  /**
   * Reads the payload with what is set for the source.
   *
   * @param settings by name; connectors without settings ignore them
   */
  default void read(Path payload, Map<String, String> settings, Reading reading)
      throws IOException {
    read(payload, reading);
  }
}
