package eu.metacluster.discovery.search;

import eu.metacluster.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Asks the index of the public grid. Whatever is asked, nothing that is not public is found,
 * counted, suggested or placed on a map; and whatever is typed gets an answer. An engine that
 * implements this must give the same answers as any other.
 */
public interface GridSearch {

  /** Records on one page of a list. */
  int PAGE = 25;

  /**
   * The same, asked of what may be passed on alone: what a source keeps to itself is neither found
   * by nor counted nor handed over. Every road by which something is taken along asks here.
   */
  GridSearch open();

  /** A number that changes whenever an answer may have changed. */
  long generation();

  /** Whether answers miss records because the index has much to take in, as when it is built. */
  boolean behind();

  /**
   * To be asked before a file is written of what {@link #each} hands over: a file cannot say later
   * that it is short.
   *
   * @throws Refusal while answers miss records
   */
  default void requireWhole() {
    if (behind()) {
      throw new Refusal(Refusal.Kind.AWAY, "MC-1692", "discovery.refused.behind");
    }
  }

  /** One page of the public records that answer this question, with the counts to narrow it. */
  default Found find(GridQuery query) {
    return find(query, PAGE);
  }

  /** As {@link #find(GridQuery)} with so many records on a page. */
  Found find(GridQuery query, int size);

  /**
   * Hands over every public record that {@link #find} would show for this question, page after
   * page, in its order.
   *
   * @param most how many at most
   */
  void each(GridQuery query, int most, Consumer<Row> taker);

  /**
   * Public records that somebody who has typed this may be about to name, likeliest first.
   *
   * @param most how many at most
   */
  List<Row> suggest(String typed, int most);

  /**
   * All values of a facet among what {@link #find} would find, most first. As there, a choice in
   * this facet does not narrow it; what is chosen and does not occur is told with 0.
   */
  List<Found.Count> values(GridQuery query, Facet facet);

  /** What organisations are called, by their handles; of what is not public nothing is told. */
  Map<String, String> names(Collection<String> handles);

  /** How many public records answer exactly, without reading any. */
  long count(GridQuery query);

  /**
   * How many records {@link #find} would find for this question, without counting anything else.
   */
  long total(GridQuery query);

  /** What partners get by country, over everything that {@link #find} would find, in euro. */
  Map<String, BigDecimal> shares(GridQuery query);

  /** Where the public records that answer this question happen, with regions of NUTS 2. */
  default Spread spread(GridQuery query) {
    return spread(query, 2);
  }

  /**
   * Where the public records that answer this question happen.
   *
   * @param level of the regions in NUTS, 1 to 3; what is placed less closely is in no region
   */
  Spread spread(GridQuery query, int level);

  /**
   * Each organisation that takes part in the public projects that answer this question, or answers
   * it itself, with its place; those with most projects first.
   *
   * @param wanted which of them; the others cost next to nothing
   */
  List<Seat> seats(GridQuery query, Predicate<Seat> wanted);

  /** What the public projects that answer this question get together, in euro. */
  BigDecimal contribution(GridQuery query);

  /**
   * Everything that {@link #find} would find for this question, counted in one walk: by each facet,
   * by pairs of facets, and what it gets. Here a choice narrows its own group as well, so that each
   * number is that of one question.
   */
  Census census(GridQuery query, List<Census.Pair> pairs);

  /** The whole public grid in numbers, counted anew when something changed. */
  Figures figures(LocalDate today);
}
