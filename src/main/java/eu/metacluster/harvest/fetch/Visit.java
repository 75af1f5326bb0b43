package eu.metacluster.harvest.fetch;

import eu.metacluster.grid.RecordKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was when it was read last.
 *
 * @param etag null when the server gave none
 * @param modified as the server wrote it, null when it gave none
 * @param content hash of what the page answered and of the reader that read it
 * @param stated what it stated
 */
public record Visit(
    String address,
    @Nullable String etag,
    @Nullable String modified,
    byte[] content,
    List<Stated> stated) {

  /** A thing that a page stated, by the source's key. */
  public record Stated(RecordKind kind, String key) {}
}
