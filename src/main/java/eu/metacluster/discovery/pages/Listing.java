package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.Sorting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and found, with the addresses that ask a little differently.
 *
 * @param path the page's address without its query
 * @param fixed the facet that the page itself decides, null when it decides none
 * @param kept further parts of the address, which stay when the question changes
 * @param query the question as the address says it
 * @param found the answer
 * @param loosenings when nothing was found, what to let go of
 */
public record Listing(
    String path,
    @Nullable Facet fixed,
    Map<String, String> kept,
    GridQuery query,
    Found found,
    List<Loosening> loosenings) {

  private static final int FIRST = 8;

  /** So many values of a facet a page shows where very many are chosen. */
  private static final int MANY = 40;

  /** So long are codes of regions of NUTS 2. */
  private static final int COARSE_REGION = 4;

  /** Facets that are open from the start; the others open at a touch, or when chosen. */
  private static final Set<Facet> OPEN =
      EnumSet.of(
          Facet.KIND,
          Facet.COUNTRY,
          Facet.PILLAR,
          Facet.TECHNOLOGY,
          Facet.CANCER,
          Facet.YEAR,
          Facet.STATUS);

  /**
   * Values to choose from in one facet.
   *
   * @param all the way to all of them, null when these are all
   */
  public record Group(
      Facet facet, List<Option> first, List<Option> rest, boolean open, @Nullable Step all) {}

  /**
   * A value, its count, and the way to add or remove it.
   *
   * @param name what it is called when it is a record's handle, else null
   */
  public record Option(String value, @Nullable String name, long count, boolean chosen, Step way) {
    /** What to put into words. */
    public String label() {
      return name == null ? value : name;
    }
  }

  /** A chosen value and the way to let go of it; the name as in {@link Option}. */
  public record Chip(Facet facet, String value, @Nullable String name, Step remove) {
    /** What to put into words. */
    public String label() {
      return name == null ? value : name;
    }
  }

  /** The facets that have something to choose. */
  public List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      List<Option> options = options(facet);
      boolean chosen = !query.chosen(facet).isEmpty();
      boolean offered = chosen || options.stream().anyMatch(this::narrows);
      if (facet != fixed && offered) {
        int first = Math.min(FIRST, options.size());
        List<Option> rest = options.subList(first, options.size());
        boolean open = chosen || OPEN.contains(facet);
        boolean more = found.of(facet).size() > options.size() || options.size() >= facet.most();
        Step all = more ? ways().step("all:" + facet.word()) : null;
        groups.add(new Group(facet, options.subList(0, first), rest, open, all));
      }
    }
    return groups;
  }

  private boolean narrows(Option option) {
    return option.count() < found.total();
  }

  private List<Option> options(Facet facet) {
    return found.of(facet).stream()
        .filter(
            count -> coarse(facet, count.value()) || query.chosen(facet).contains(count.value()))
        .map(count -> option(facet, count.value(), count.count()))
        .sorted(order(facet))
        .limit(query.lengthy() ? MANY : Long.MAX_VALUE)
        .toList();
  }

  /** Whether a list offers it from the start: of regions only those of NUTS 1 and 2. */
  private static boolean coarse(Facet facet, String value) {
    return facet != Facet.REGION || value.length() <= COARSE_REGION;
  }

  /** Years and steps in their own order, anything else what is chosen and what is most first. */
  private static Comparator<Option> order(Facet facet) {
    if (facet.years()) {
      return Comparator.comparing(Option::value).reversed();
    }
    return facet.steps().isEmpty()
        ? Comparator.comparing(Option::chosen)
            .reversed()
            .thenComparing(Comparator.comparingLong(Option::count).reversed())
        : Comparator.comparingInt(option -> facet.steps().indexOf(option.value()));
  }

  /** The regions within a chosen one, null for what has none. */
  public @Nullable Step within(Facet facet, Option option) {
    return facet == Facet.REGION && option.chosen() && coarse(facet, option.value())
        ? ways().step("within:" + option.value())
        : null;
  }

  private Option option(Facet facet, String value, long count) {
    boolean chosen = query.chosen(facet).contains(value);
    return new Option(value, name(facet, value), count, chosen, ways().toggle(facet, value));
  }

  private @Nullable String name(Facet facet, String value) {
    return facet == Facet.ORGANISATION ? found.names().get(value) : null;
  }

  /** The chosen values; where very many are chosen the first ones of each facet. */
  public List<Chip> chips() {
    int most = query.lengthy() ? FIRST : Integer.MAX_VALUE;
    List<Chip> chips = new ArrayList<>();
    query
        .filters()
        .forEach(
            (facet, values) ->
                values.stream().limit(most).map(value -> chip(facet, value)).forEach(chips::add));
    return chips;
  }

  private Chip chip(Facet facet, String value) {
    return new Chip(facet, value, name(facet, value), ways().toggle(facet, value));
  }

  /** How many of the chosen values of a facet are not among {@link #chips}. */
  public int further(Facet facet) {
    return query.lengthy() ? Math.max(0, query.chosen(facet).size() - FIRST) : 0;
  }

  /** How many values are chosen. */
  public int chosen() {
    return query.filters().values().stream().mapToInt(Set::size).sum();
  }

  /** The way to a looser question. */
  public Step loosened(Loosening way) {
    boolean all = way.facet() == null && way.what().isEmpty();
    String said = all ? "clear" : "say:" + way.query().words();
    return ways().step(way.facet() == null ? said : "without:" + way.facet().word());
  }

  /** A change of the question, see {@link Ways#address(String)}. */
  public Step step(String change) {
    return ways().step(change);
  }

  /** The same list in another order. */
  public Step by(Sorting sorting) {
    return step("sort:" + sorting.word());
  }

  /** The orders offered: only those that say something about what is listed. */
  public List<Sorting> sortings() {
    return java.util.Arrays.stream(Sorting.values()).filter(this::offered).toList();
  }

  private boolean offered(Sorting sorting) {
    return switch (sorting) {
      case RELEVANCE -> !query.words().isEmpty();
      case NEWEST, CONTRIBUTION -> fixed == null;
      case PROJECTS -> fixed != null;
      case TITLE, AUTHORISED -> true;
    };
  }

  /** The page before, null on the first. */
  public @Nullable Step previous() {
    return found.page() > 1 ? step("page:" + (found.page() - 1)) : null;
  }

  /** The page after, null on the last. */
  public @Nullable Step next() {
    return found.page() < found.pages() ? step("page:" + (found.page() + 1)) : null;
  }

  /** The list without any filter. */
  public String cleared() {
    return ways().address(query.withoutFilters());
  }

  /** The list with what was probably meant instead of the words; the same list when nothing was. */
  public Step meant() {
    String words = found.hint().meant();
    return step("say:" + (words == null ? query.words() : words));
  }

  /** The same list laid out otherwise. */
  public Step as(Look.View view) {
    return step("view:" + view.word());
  }

  /** The same question on another page of the product, such as the map. */
  public String at(String other) {
    return ways().at(other);
  }

  private Ways ways() {
    return new Ways(path, fixed, kept, query);
  }
}
