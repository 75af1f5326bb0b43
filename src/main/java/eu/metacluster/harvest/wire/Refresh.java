package eu.metacluster.harvest.wire;

import eu.metacluster.harvest.Remote;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a source that tells what has changed is asked for that alone or for everything: the first
 * time, when something else is asked, and from time to time, because changes do not tell what was
 * taken away. The number of days in between is the setting {@code whole}; 0 means never again.
 */
public final class Refresh {

  private final Remote remote;
  private final String asked;
  private final @Nullable Instant since;

  /**
   * @param asked everything that decides what the source is asked for
   */
  public Refresh(Remote remote, String asked) {
    this.remote = remote;
    this.asked = asked;
    this.since = due() ? null : instant("from");
  }

  private boolean due() {
    Instant last = instant("whole");
    if (last == null || !remote.remembered("asked").orElse("").equals(asked)) {
      return true;
    }
    String days = remote.setting("whole");
    long every = days.matches("\\d{1,4}") ? Long.parseLong(days) : 0;
    return every > 0 && last.plus(Duration.ofDays(every)).isBefore(remote.startedAt());
  }

  private @Nullable Instant instant(String name) {
    try {
      return remote.remembered(name).map(Instant::parse).orElse(null);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** When the last complete reading began; null when everything is to be read. */
  public @Nullable Instant since() {
    return since;
  }

  /** Notes that this reading ended well. */
  public void remember() {
    remote.remember("asked", asked);
    remote.remember("from", remote.startedAt().toString());
    if (since == null) {
      remote.remember("whole", remote.startedAt().toString());
    }
  }
}
