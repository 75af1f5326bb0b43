package eu.metacluster.opendata.items;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as every road gives it.
 *
 * @param position grows with each change of what is given; it is never less than the place in the
 *     journal of what caused the change
 * @param changedAt when what is given last changed
 * @param publishedAt when it became public, null once it is deleted
 * @param deleted whether it is no longer public: then it stays for ever, empty
 * @param successor path of the page of the record it was merged into, null when there is none
 * @param body the record as a JSON object without its claims; {@code {}} when deleted
 * @param claims the claims as a JSON array; {@code []} when deleted
 * @param sets such as {@code kind:project}, {@code pillar:early-detection}, {@code source:4}
 */
public record Item(
    UUID record,
    RecordKind kind,
    String handle,
    @Nullable String title,
    long position,
    Instant changedAt,
    @Nullable Instant publishedAt,
    boolean deleted,
    @Nullable String successor,
    String body,
    String claims,
    List<String> sets) {

  /** The path of its page. */
  public String path() {
    return GridRecord.path(kind, handle);
  }
}
