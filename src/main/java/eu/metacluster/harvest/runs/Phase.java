package eu.metacluster.harvest.runs;

import eu.metacluster.grid.RecordKind;
import java.util.Locale;

/** What a run does now, in the order in which it does it. */
public enum Phase {
  OPENING,
  READING,
  CONNECTIONS,
  ORGANISATIONS,
  PROJECTS,
  ENDING;

  /** The word in the database and in message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Phase ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The phase in which things of this kind are taken in. */
  static Phase of(RecordKind kind) {
    return switch (kind) {
      case PROGRAMME, CALL -> CONNECTIONS;
      case ORGANISATION -> ORGANISATIONS;
      default -> PROJECTS;
    };
  }
}
