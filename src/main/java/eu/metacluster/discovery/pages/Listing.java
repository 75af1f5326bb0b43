package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.index.Facet;
import eu.metacluster.discovery.index.Found;
import eu.metacluster.discovery.index.GridQuery;
import eu.metacluster.discovery.index.Sorting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and found, with the addresses that ask a little differently.
 *
 * @param path the page's address without its query
 * @param fixed the facet that the page itself decides, null when it decides none
 * @param kept further parts of the address, which stay when the question changes
 * @param query the question as the address says it
 * @param found the answer
 */
public record Listing(
    String path, @Nullable Facet fixed, Map<String, String> kept, GridQuery query, Found found) {

  private static final int FIRST = 8;

  /** Values to choose from in one facet. */
  public record Group(Facet facet, List<Option> first, List<Option> rest, boolean chosen) {}

  /** A value, its count, and the address that adds or removes it. */
  public record Option(String value, long count, boolean chosen, String href) {}

  /** A chosen value and the address without it. */
  public record Chip(Facet facet, String value, String remove) {}

  /** The facets that have something to choose. */
  public List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      List<Option> options = options(facet);
      boolean chosen = !query.chosen(facet).isEmpty();
      boolean offered = chosen || (facet.offered() && options.stream().anyMatch(this::narrows));
      if (facet != fixed && offered) {
        int first = Math.min(FIRST, options.size());
        List<Option> rest = options.subList(first, options.size());
        groups.add(new Group(facet, options.subList(0, first), rest, chosen));
      }
    }
    return groups;
  }

  private boolean narrows(Option option) {
    return option.count() < found.total();
  }

  private List<Option> options(Facet facet) {
    Comparator<Option> order =
        facet == Facet.YEAR
            ? Comparator.comparing(Option::value).reversed()
            : Comparator.comparing(Option::chosen)
                .reversed()
                .thenComparing(Comparator.comparingLong(Option::count).reversed());
    return found.of(facet).stream()
        .map(count -> option(facet, count.value(), count.count()))
        .sorted(order)
        .toList();
  }

  private Option option(Facet facet, String value, long count) {
    boolean chosen = query.chosen(facet).contains(value);
    GridQuery next = chosen ? query.without(facet, value) : query.with(facet, value);
    return new Option(value, count, chosen, address(next));
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
                        chips.add(new Chip(facet, value, address(query.without(facet, value))))));
    return chips;
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

  /** The list without the words. */
  public String wordless() {
    return address(query.withoutWords());
  }

  /** The same question on another page of the product, such as the map. */
  public String at(String other) {
    GridQuery whole = fixed == null ? query : query.at(1);
    return whole.at(1).address(other);
  }
}
