package eu.metacluster.journal;

import java.util.List;

/**
 * A view fed by the journal that every node keeps for itself, such as a search index on its disk.
 *
 * <p>It runs on every node, in one thread, outside any transaction, and keeps its position together
 * with its data, so that after a crash it goes on from what it really holds.
 */
public interface LocalFollower {

  /** A short name that never changes, {@code module.view}. */
  String name();

  /** The seq of the last entry that this node's view holds for good, 0 when it is empty. */
  long position();

  /**
   * Takes in the next entries, 1 to 2,000, in order; readers see them when it returns. {@link
   * #position} is the last one's seq once they are kept for good, which may be later; what comes
   * after it comes again after a failure or a restart.
   */
  void follow(List<Entry> entries);

  /** Empties the view; {@link #position} is 0 afterwards. */
  void forget();
}
