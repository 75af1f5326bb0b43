package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found.Count;
import eu.metacluster.discovery.search.GridQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of the values of a facet.
 *
 * @param find what their words must have
 * @param organisations whether the list is that of organisations
 * @param query what narrows the list, from its first page
 * @param total how many values there are in all
 * @param shown those of this page
 */
public record ValuesView(
    Facet facet,
    String find,
    boolean organisations,
    GridQuery query,
    int total,
    List<Count> shown,
    int page,
    int pages) {

  private static final int SIZE = 120;

  static ValuesView of(
      Facet facet,
      String find,
      boolean organisations,
      GridQuery query,
      List<Count> found,
      int asked) {
    int pages = Math.max(1, (found.size() + SIZE - 1) / SIZE);
    int page = Math.min(asked, pages);
    Comparator<Count> order =
        facet.years()
            ? Comparator.comparing(Count::value).reversed()
            : Comparator.comparingLong(Count::count).reversed();
    List<Count> shown = found.stream().sorted(order).skip((page - 1L) * SIZE).limit(SIZE).toList();
    return new ValuesView(
        facet, find, organisations, query.at(1), found.size(), shown, page, pages);
  }

  /** The values of the page. */
  List<String> handles() {
    return shown.stream().map(Count::value).toList();
  }

  /** Whether a value is chosen. */
  public boolean chosen(Count count) {
    return query.chosen(facet).contains(count.value());
  }

  /** What is chosen in this facet and stands on another page. */
  public List<String> elsewhere() {
    Set<String> here = shown.stream().map(Count::value).collect(Collectors.toSet());
    return query.chosen(facet).stream().filter(value -> !here.contains(value)).toList();
  }

  /** The list that this is about. */
  public String list() {
    return query.address(organisations ? "/organisations" : "/grid");
  }

  /** The page before, null on the first. */
  public @Nullable String previous() {
    return page > 1 ? at(page - 1) : null;
  }

  /** The page after, null on the last. */
  public @Nullable String next() {
    return page < pages ? at(page + 1) : null;
  }

  private String at(int number) {
    String finding =
        find.isEmpty() ? "" : "&find=" + URLEncoder.encode(find, StandardCharsets.UTF_8);
    return address(facet, organisations, query.at(number)) + finding;
  }

  /** Where all values of a facet are. */
  static String address(Facet facet, boolean organisations, GridQuery query) {
    String question = query.address("");
    return Stream.of(
            "/grid/values?of=" + facet.word(), organisations ? "organisations" : "", rest(question))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("&"));
  }

  private static String rest(String question) {
    return question.isEmpty() ? "" : question.substring(1);
  }
}
