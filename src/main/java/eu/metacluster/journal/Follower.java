package eu.metacluster.journal;

import java.util.List;

/**
 * A view fed by the journal that all nodes share, such as rows in the module's own tables.
 *
 * <p>A bean of this type is run by {@link Followers}: each entry reaches it once and in order, on
 * one node at a time. The batch and the follower's position commit together: SQL that {@link
 * #follow} runs joins that transaction, and what fails is rolled back with it and tried again after
 * a pause. Effects outside the database must be safe to run twice.
 */
public interface Follower {

  /** A short name that never changes, {@code module.view}; its position is kept under it. */
  String name();

  /** Takes in the next entries, 1 to 2,000, in order. */
  void follow(List<Entry> entries);

  /**
   * Empties the view, because it is going to be built again from the first entry. Runs in the
   * transaction that sets the position back.
   */
  void forget();
}
