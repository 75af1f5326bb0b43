package eu.metacluster.membership;

/**
 * One thing that an organisation must show before it is accepted.
 *
 * @param key its word, such as {@code legal-entity}
 * @param state of it
 * @param reason why it was waived
 * @param own whether it follows from what happened and is ticked by nobody
 */
public record CheckItem(String key, State state, String reason, boolean own) {

  /** How far it is. */
  public enum State {
    OPEN,
    DONE,
    WAIVED
  }

  /** Whether it stands in the way no longer. */
  public boolean settled() {
    return state != State.OPEN;
  }
}
