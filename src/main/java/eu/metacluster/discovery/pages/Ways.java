package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.Sorting;
import eu.metacluster.grid.RecordKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that ask a little differently than a page was asked.
 *
 * @param path the page's address without its query
 * @param fixed the facet that the page itself decides, null when it decides none
 * @param kept further parts of the address, which stay when the question changes
 * @param query the question as the address says it
 */
record Ways(String path, @Nullable Facet fixed, Map<String, String> kept, GridQuery query) {

  private static final String VIEW = "view";

  /** The page with another question. */
  String address(GridQuery question) {
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

  /** A change as a link, or as a button where links would be long. */
  Step step(String change) {
    return query.lengthy() ? button(change) : new Step(address(change), "", change);
  }

  /** The choice of a value, or its removal when it is chosen. */
  Step toggle(Facet facet, String value) {
    return query.lengthy()
        ? button(facet.word() + ":" + value)
        : new Step(address(toggled(facet, value)), "", "");
  }

  private Step button(String change) {
    return new Step(null, "/step/" + query.sorting().word() + path, change);
  }

  private GridQuery toggled(Facet facet, String value) {
    return query.chosen(facet).contains(value)
        ? query.without(facet, value)
        : query.with(facet, value);
  }

  /**
   * Where a change leads: a facet and a value to choose or let go of, or one of the words below;
   * what is none of these leads to the page as it is.
   */
  String address(String change) {
    int colon = change.indexOf(':');
    String word = colon < 0 ? change : change.substring(0, colon);
    String value = colon < 0 ? "" : change.substring(colon + 1);
    return switch (word) {
      case "sort" -> address(sorted(value));
      case VIEW -> looked(value);
      case "page" -> address(query.at(number(value)));
      case "say" -> address(value.isBlank() ? query.withoutWords() : query.saying(value));
      case "without" -> address(Facet.ofWord(value).map(query::without).orElse(query));
      case "clear" -> address(query.withoutFilters());
      case "file" -> whole().address("/grid." + (value.matches("[a-z]{1,5}") ? value : "csv"));
      case "map" -> at("/map");
      case "list" -> at("/grid");
      case "follow" -> follow();
      case "all" -> all(value);
      case "within" -> ValuesView.within(value, fixed != null, query);
      default ->
          address(Facet.ofWord(word).map(facet -> toggled(facet, value)).orElseGet(() -> query));
    };
  }

  private GridQuery sorted(String word) {
    return Arrays.stream(Sorting.values())
        .filter(sorting -> sorting.word().equals(word))
        .findFirst()
        .map(query::by)
        .orElse(query);
  }

  private String looked(String word) {
    Map<String, String> other = new LinkedHashMap<>(kept);
    other.remove(VIEW);
    Map<String, String> whole = new LinkedHashMap<>();
    Arrays.stream(Look.View.values())
        .filter(view -> view.word().equals(word) && view != Look.View.LIST)
        .forEach(view -> whole.put(VIEW, view.word()));
    whole.putAll(other);
    return with(whole, query.address(path));
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,7}") ? Math.max(1, Integer.parseInt(text)) : 1;
  }

  private String all(String word) {
    return Facet.ofWord(word)
        .map(facet -> ValuesView.address(facet, fixed != null, query))
        .orElseGet(() -> address(query));
  }

  /** The question with what the page itself decides. */
  private GridQuery whole() {
    return (fixed == null ? query : query.only(fixed, RecordKind.ORGANISATION.word())).at(1);
  }

  /** Where one chooses to hear what is new in the list. */
  String follow() {
    String all = whole().address("");
    String question = all.isEmpty() ? "" : all.substring(1);
    return "/follow?search=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
  }

  /** The same question on another page of the product, such as the map. */
  String at(String other) {
    return query.at(1).address(other);
  }
}
