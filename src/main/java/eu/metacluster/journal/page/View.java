package eu.metacluster.journal.page;

import eu.metacluster.journal.FollowerState;
import eu.metacluster.journal.Verification;
import eu.metacluster.journal.Verifications;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the journal's page shows.
 *
 * @param head the last entry's seq
 * @param verification the latest one, null before the first
 * @param running how far a verification is that runs now, null when none does
 * @param lines the entries, newest first
 * @param newer address of the entries above, null at the upper end
 * @param older address of the entries below, null at the lower end
 */
public record View(
    long head,
    @Nullable Verification verification,
    Verifications.@Nullable Progress running,
    List<FollowerState> followers,
    List<String> kinds,
    Query query,
    List<Line> lines,
    @Nullable String newer,
    @Nullable String older) {

  /** How many followers fail. */
  public long failing() {
    return followers.stream().filter(follower -> follower.error() != null).count();
  }

  /** How many followers still have entries to read. */
  public long behind() {
    return followers.stream().filter(follower -> follower.lag() > 0).count();
  }
}
