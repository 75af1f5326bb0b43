package eu.metacluster.harvest.fetch;

import eu.metacluster.grid.RecordKind;
import java.util.List;

/**
 * A page as it was when it was read last.
 *
 * @param content hash of what the page answered and of the reader that read it
 * @param stated what it stated
 */
public record Visit(String address, Validators validators, byte[] content, List<Stated> stated) {

  /** A thing that a page stated, by the source's key. */
  public record Stated(RecordKind kind, String key) {}
}
