package eu.metacluster.grid;

import java.util.Locale;

/** What kind of thing a record describes. */
public enum RecordKind {
  /** A partnership, joint action or meta-cluster: what bodies and members belong to. */
  INITIATIVE,
  PROJECT,
  ORGANISATION,
  PROGRAMME,
  CALL,
  EVENT,
  TRAINING,
  PRACTICE,
  OUTPUT,
  NEWS,
  /** An assembly, board, committee or working group of an initiative. */
  BODY;

  /** The word used in addresses and in the database: the lower-case name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word before a handle in addresses, such as {@code projects} and {@code bodies}. */
  public String path() {
    return switch (this) {
      case NEWS -> "news";
      case BODY -> "bodies";
      default -> word() + "s";
    };
  }

  /** The kind with this word. */
  public static RecordKind ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
