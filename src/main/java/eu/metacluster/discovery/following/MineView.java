package eu.metacluster.discovery.following;

import eu.metacluster.grid.GridRecord;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of what somebody follows.
 *
 * @param follower null when nothing was ever followed
 * @param records those followed that are there to see, by id
 * @param address where changes are posted
 */
public record MineView(
    @Nullable Follower follower,
    List<Follow> follows,
    Map<UUID, GridRecord> records,
    String address) {

  /** Whether the address is still to be confirmed. */
  public boolean unconfirmed() {
    return follower != null && follower.confirmed() == null;
  }

  /** Whether how often is chosen with all other notices, as whoever has an account does. */
  public boolean byAccount() {
    return follower != null && follower.account() != null;
  }

  /** Where a followed thing is to be seen; null when it is not any more. */
  public @Nullable String path(Follow follow) {
    if (follow.question() != null) {
      return "/grid" + (follow.question().isEmpty() ? "" : "?" + follow.question());
    }
    GridRecord record = records.get(follow.record());
    return record == null || !record.state().isPublic() ? null : record.path();
  }

  /** How often, at most. */
  public Rhythm rhythm() {
    return follower == null ? Rhythm.WEEK : follower.rhythm();
  }
}
