package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.GridQuery;
import java.util.List;

/**
 * Which part of an answer is shown, and to whom.
 *
 * @param how how the words were understood, which tells answers to the same words apart
 * @param size records on a page
 */
record Wanted(Sight sight, GridQuery query, Object how, int size) {

  /** How deep one can leaf; who wants more takes the whole list as a file. */
  static final int DEEPEST = 50_000;

  /** So many of the best are needed to show the page. */
  int deep() {
    return (int) Math.min((long) query.page() * size, DEEPEST);
  }

  /** How many pages so many records fill, as far as one can leaf. */
  int pages(long total) {
    return (int) Math.max(1, (Math.min(total, DEEPEST) + size - 1) / size);
  }

  /** What is counted, whatever the page and the order: the same for the same question of a day. */
  Object question() {
    return List.of(sight, query.by(Orders.ANY).at(1), how, Freshness.today());
  }
}
