package eu.metacluster.discovery.index;

import eu.metacluster.journal.Journal;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How much of the journal the index has still to take in: much while it is built anew, and nearly
 * nothing else. The journal is asked only when that may be much.
 */
@Component
class Backlog {

  /** The greatest number of entries that are taken in at once. */
  static final int PIECE = 2_000;

  private final LongSupplier head;
  private volatile boolean large;

  @Autowired
  Backlog(Journal journal) {
    this(journal::head);
    large = true; // until it is known what the index holds
  }

  /**
   * @param head the seq of the journal's last entry
   */
  Backlog(LongSupplier head) {
    this.head = head;
  }

  /** Whether answers miss what is waiting to be taken in. */
  boolean large() {
    return large;
  }

  /** The index holds everything up to this entry, and nothing is known of what comes next. */
  void begun(long position) {
    large = head.getAsLong() - position > PIECE;
  }

  /**
   * The index has taken in so many entries up to this one.
   *
   * @return whether what was missing is there now
   */
  boolean moved(long position, int entries) {
    boolean before = large;
    large = entries >= PIECE && head.getAsLong() - position > PIECE;
    return before && !large;
  }
}
