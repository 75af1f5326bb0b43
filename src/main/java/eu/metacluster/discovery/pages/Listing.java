package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.Sorting;
import eu.metacluster.grid.RecordKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
   * @param all where all of them are, null when these are all
   */
  public record Group(
      Facet facet, List<Option> first, List<Option> rest, boolean open, @Nullable String all) {}

  /**
   * A value, its count, and the address that adds or removes it.
   *
   * @param name what it is called when it is a record's handle, else null
   */
  public record Option(
      String value, @Nullable String name, long count, boolean chosen, String href) {
    /** What to put into words. */
    public String label() {
      return name == null ? value : name;
    }
  }

  /** A chosen value and the address without it; the name as in {@link Option}. */
  public record Chip(Facet facet, String value, @Nullable String name, String remove) {
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
        String all = more ? ValuesView.address(facet, fixed != null, query) : null;
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
  public @Nullable String within(Facet facet, Option option) {
    return facet == Facet.REGION && option.chosen() && coarse(facet, option.value())
        ? ValuesView.within(option.value(), fixed != null, query)
        : null;
  }

  private Option option(Facet facet, String value, long count) {
    boolean chosen = query.chosen(facet).contains(value);
    GridQuery next = chosen ? query.without(facet, value) : query.with(facet, value);
    return new Option(value, name(facet, value), count, chosen, address(next));
  }

  private @Nullable String name(Facet facet, String value) {
    return facet == Facet.ORGANISATION ? found.names().get(value) : null;
  }

  private String address(GridQuery question) {
    return with(kept, question.address(path));
  }

  /** An address with further parts. */
  static String with(Map<String, String> more, String address) {
    StringBuilder whole = new StringBuilder(address);
    more.forEach(
        (name, value) ->
            whole
                .append(whole.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(value));
    return whole.toString();
  }

  /** The chosen values. */
  public List<Chip> chips() {
    List<Chip> chips = new ArrayList<>();
    query
        .filters()
        .forEach(
            (facet, values) ->
                values.forEach(
                    value ->
                        chips.add(
                            new Chip(
                                facet,
                                value,
                                name(facet, value),
                                address(query.without(facet, value))))));
    return chips;
  }

  /** The address of a looser question. */
  public String loosened(Loosening way) {
    return address(way.query());
  }

  /** The same list in another order. */
  public String by(Sorting sorting) {
    return address(query.by(sorting));
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

  /** The address of the page before, null on the first. */
  public @Nullable String previous() {
    return found.page() > 1 ? address(query.at(found.page() - 1)) : null;
  }

  /** The address of the page after, null on the last. */
  public @Nullable String next() {
    return found.page() < found.pages() ? address(query.at(found.page() + 1)) : null;
  }

  /** The list without any filter. */
  public String cleared() {
    return address(query.withoutFilters());
  }

  /** The list with what was probably meant instead of the words; the same list when nothing was. */
  public String meant() {
    String words = found.hint().meant();
    return address(words == null ? query : query.saying(words));
  }

  /** The same list laid out otherwise. */
  public String as(Look look) {
    return with(look.kept(), query.address(path));
  }

  /** The same list laid out otherwise. */
  public String as(Look.View view, Look look) {
    return as(look.as(view));
  }

  /** All of the list as a file. */
  public String file(String ending) {
    GridQuery whole = fixed == null ? query : query.only(fixed, RecordKind.ORGANISATION.word());
    return whole.at(1).address("/grid." + ending);
  }

  /** Where one chooses to hear what is new in the list. */
  public String follow() {
    GridQuery whole = fixed == null ? query : query.only(fixed, RecordKind.ORGANISATION.word());
    String all = whole.at(1).address("/grid");
    int sign = all.indexOf('?');
    String question = sign < 0 ? "" : all.substring(sign + 1);
    return "/follow?search=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
  }

  /** The same question on another page of the product, such as the map. */
  public String at(String other) {
    GridQuery whole = fixed == null ? query : query.at(1);
    return whole.at(1).address(other);
  }
}
