package eu.metacluster.screening.linkage;

import java.util.List;

/**
 * Rows that speak of the same thing, found without labels. Deterministic; uses all cores.
 *
 * @param links the pairs, with probability and reasons
 * @param groups rows of one table that belong together, two or more each; empty for two tables
 * @param compared how many candidate pairs were compared
 */
public record LookAlikes(List<Link> links, List<List<Integer>> groups, long compared) {

  /** Likeness of whole rows by their n-grams. */
  public static final String ROW = "*row";

  /** Likeness of whole rows by their words. */
  public static final String WORDS = "*words";

  /** How rare the rarest word is that both rows have. */
  public static final String RAREST = "*rarest";

  /** Numbers that stand in a column where the other row has none. */
  public static final String NUMBERS = "*numbers";

  /** How far the pair stands out from the next candidates of its rows. */
  public static final String RIVALS = "*rivals";

  /** Copies the lists. */
  public LookAlikes {
    links = List.copyOf(links);
    groups = List.copyOf(groups);
  }

  /**
   * Links two tables of which each is free of duplicates: a row has one partner at most.
   *
   * @return links from rows of the first to rows of the second, the likeliest first
   */
  public static LookAlikes between(LinkTable a, LinkTable b) {
    Candidates candidates = Candidates.of(Corpus.of(a, b), Apart.NONE);
    List<Link> links = candidates.pairs().size() == 0 ? List.of() : TwoTables.links(candidates);
    return new LookAlikes(links, List.of(), candidates.pairs().size());
  }

  /**
   * Groups the rows of one table that may hold duplicates.
   *
   * @return links between all rows of a group, and the groups
   */
  public static LookAlikes within(LinkTable table) {
    return within(table, Apart.NONE);
  }

  /**
   * As {@link #within(LinkTable)}, but for what is known to be different, such as two rows of a
   * source that is free of duplicates: these are no candidates, and nothing is learned from them.
   */
  public static LookAlikes within(LinkTable table, Apart apart) {
    Candidates candidates = Candidates.of(Corpus.of(table, null), apart);
    if (candidates.pairs().size() == 0) {
      return new LookAlikes(List.of(), List.of(), 0);
    }
    OneTable one = new OneTable(candidates);
    return new LookAlikes(one.links(), one.groups(), candidates.pairs().size());
  }
}
