package eu.metacluster.discovery.plain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A summary in plain words.
 *
 * @param digest of the text that it was drafted from
 * @param draft as the model wrote it
 * @param text as it was released, null while it is not
 * @param shownAt when it was released, null while it is not
 */
public record PlainText(
    String digest,
    String model,
    String draft,
    Instant draftedAt,
    @Nullable String text,
    @Nullable Instant shownAt) {

  /** Whether a person changed what the model had written. */
  public boolean changed() {
    return text != null && !text.equals(draft);
  }

  /** What a person reads before releasing it. */
  public String proposed() {
    return text == null ? draft : text;
  }
}
