package eu.metacluster.harvest.runs;

import java.util.Locale;

/** Where a run stands. */
enum RunState {
  QUEUED,
  RUNNING,
  FINISHED,
  FAILED,
  CANCELLED,
  ROLLED_BACK;

  /** The word in the database and in message keys. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RunState ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  boolean open() {
    return this == QUEUED || this == RUNNING;
  }
}
