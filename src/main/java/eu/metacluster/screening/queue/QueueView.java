package eu.metacluster.screening.queue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the queue shows.
 *
 * @param shares values of each filter with their counts among all open cases
 * @param count how many cases the filter leaves
 * @param number the page, from 1
 * @param saved the views that this person keeps
 * @param after what the person has just done
 */
public record QueueView(
    List<QueueRow> rows,
    QueueFilter filter,
    Map<String, List<Share>> shares,
    Progress progress,
    long count,
    int number,
    boolean twoPerson,
    List<SavedView> saved,
    long lookAlikes,
    @Nullable After after) {

  /** How many pages there are, at least one. */
  public long pages() {
    return Math.max(1, (count + Queue.PAGE - 1) / Queue.PAGE);
  }

  /** The values of a filter with their counts. */
  public List<Share> of(String name) {
    return shares.getOrDefault(name, List.of());
  }

  /** The address of another page of the same list; null beyond its ends. */
  public @Nullable String page(int other) {
    if (other < 1 || other > pages()) {
      return null;
    }
    String query = filter.query();
    return "/queue" + (query.isEmpty() ? "?" : query + "&") + "page=" + other;
  }
}
