package eu.metacluster.journal;

/** What a {@link FollowerRunner} drives: a follower together with where its position is kept. */
interface Feed {

  /** Entries in one batch at most. */
  int BATCH = 2_000;

  String name();

  /** Whether the view belongs to this node alone. */
  boolean ownOfNode();

  /** Makes ready to step. May be called again after a failure. */
  void open();

  /**
   * Takes in the next batch.
   *
   * @return how many entries it took in; 0 when there is none, or another node is at it
   */
  int step();

  /** Goes back to the start. Called in the runner's thread. */
  void forget();

  /** Keeps what went wrong for the page. */
  void failed(String error);

  /** How it is doing, where the journal ends at {@code head}. */
  FollowerState state(long head);
}
