package eu.metacluster.harvest.runs;

import java.util.Locale;

/** Where a run stands. */
public enum RunState {
  QUEUED,
  RUNNING,
  FINISHED,
  FAILED,
  CANCELLED,
  ROLLED_BACK;

  /** The word in the database and in message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How the chip with its word is coloured. */
  public String tone() {
    return switch (this) {
      case QUEUED, RUNNING -> "info";
      case FINISHED -> "good";
      case FAILED -> "bad";
      case CANCELLED, ROLLED_BACK -> "warn";
    };
  }

  static RunState ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether it waits or works. */
  public boolean open() {
    return this == QUEUED || this == RUNNING;
  }
}
