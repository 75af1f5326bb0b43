package eu.metacluster.journal;

import java.util.Locale;

/**
 * Something in the chain that is not as it was written.
 *
 * @param kind what is wrong
 * @param from the first entry concerned
 * @param to the last entry concerned, or the other one of two
 */
public record Problem(Kind kind, long from, long to) {

  /** What can be wrong with a chain. */
  public enum Kind {
    /** An entry does not fit what stands before it. */
    CHANGED,
    /** Entries {@code from} to {@code to} are not there, later ones are. */
    MISSING,
    /** The entries {@code from} and {@code to} stand in each other's place. */
    SWAPPED,
    /** The last entries are not there: the head knows of {@code from} to {@code to}. */
    TRUNCATED,
    /** The head does not name the last entry. */
    FORGED_HEAD,
    /** The chain fits together, but an earlier verification saw another entry here. */
    REWRITTEN
  }

  /** Key of the sentence in the bundles; {@code from}, {@code to} and their count fill it. */
  public String key() {
    return "journal.problem." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How many entries it concerns. */
  public long count() {
    return kind == Kind.SWAPPED ? 2 : to - from + 1;
  }

  static Problem at(Kind kind, long seq) {
    return new Problem(kind, seq, seq);
  }

  /** One line that {@link #parse} reads. */
  String line() {
    return kind + " " + from + " " + to;
  }

  static Problem parse(String line) {
    String[] words = line.split(" ", 3);
    return new Problem(Kind.valueOf(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
  }
}
