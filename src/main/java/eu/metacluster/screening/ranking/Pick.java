package eu.metacluster.screening.ranking;

import java.util.Locale;

/** Why a case stands where it stands in the queue. */
enum Pick {
  /** By its relevance. */
  RELEVANT,
  /** The model is unsure of it, so its decision teaches much. */
  UNCERTAIN,
  /** Drawn at random: checks what the estimates say of the unread rest. */
  AUDIT,
  /** It seems relevant and its day is near or past. */
  DUE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Pick ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
