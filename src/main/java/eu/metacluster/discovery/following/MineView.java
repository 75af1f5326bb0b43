package eu.metacluster.discovery.following;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of what somebody follows.
 *
 * @param follower null when nothing was ever followed
 * @param address where changes are posted
 */
public record MineView(@Nullable Follower follower, List<Follow> follows, String address) {

  /** Whether the address is still to be confirmed. */
  public boolean unconfirmed() {
    return follower != null && follower.confirmed() == null;
  }

  /** Whether how often is chosen with all other notices, as whoever has an account does. */
  public boolean byAccount() {
    return follower != null && follower.account() != null;
  }

  /** How often, at most. */
  public Rhythm rhythm() {
    return follower == null ? Rhythm.WEEK : follower.rhythm();
  }
}
