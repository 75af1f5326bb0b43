package eu.metacluster.discovery.following;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** How often somebody wants to hear at most. */
public enum Rhythm {
  DAY(Duration.ofDays(1)),
  WEEK(Duration.ofDays(7)),
  MONTH(Duration.ofDays(30));

  private final Duration pause;

  Rhythm(Duration pause) {
    this.pause = pause;
  }

  /** The least time between two digests. */
  Duration pause() {
    return pause;
  }

  /** The word in forms, tables and keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rhythm with this word, weekly when there is none. */
  static Rhythm of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst().orElse(WEEK);
  }
}
