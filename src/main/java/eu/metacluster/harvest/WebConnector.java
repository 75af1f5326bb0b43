package eu.metacluster.harvest;

import java.io.IOException;

/**
 * Reads a source that answers over the network, page by page, through {@link Remote}: it never
 * opens a connection of its own.
 */
public non-sealed interface WebConnector extends Connector {

  /** Whether this answer, got from an address that a person typed, is of its own kind. */
  boolean recognises(Answer sample);

  /**
   * Reads what the source has, or what is new since the last complete run.
   *
   * @throws FetchException when the source does not answer as it should
   * @throws eu.metacluster.shared.Refusal when what it answers is not of this kind
   */
  void read(Remote remote, Reading reading) throws IOException;
}
