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
 * @param level of regions those of this NUTS level; 0 for all, and for other facets
 * @param organisations whether the list is that of organisations
 * @param query what narrows the list, from its first page
 * @param total how many values there are in all
 * @param shown those of this page
 */
public record ValuesView(
    Facet facet,
    String find,
    int level,
    boolean organisations,
    GridQuery query,
    int total,
    List<Count> shown,
    int page,
    int pages) {

  private static final int SIZE = 120;

  /** The levels of regions that one can choose; 0 is all of them. */
  public static final List<Integer> LEVELS = List.of(0, 1, 2, 3);

  /** Letters of a region's country, before one letter for each level. */
  private static final int COUNTRY = 2;

  static ValuesView of(
      Facet facet,
      String find,
      int level,
      boolean organisations,
      GridQuery query,
      List<Count> all,
      int asked) {
    List<Count> found =
        level == 0 ? all : all.stream().filter(count -> level(count.value()) == level).toList();
    int pages = Math.max(1, (found.size() + SIZE - 1) / SIZE);
    int page = Math.min(asked, pages);
    List<Count> shown =
        found.stream()
            .sorted(order(facet, find, level, query))
            .skip((page - 1L) * SIZE)
            .limit(SIZE)
            .toList();
    return new ValuesView(
        facet, find, level, organisations, query.at(1), found.size(), shown, page, pages);
  }

  /**
   * Years backwards, regions that were looked for one within the other, else what is chosen and
   * then the most first.
   */
  private static Comparator<Count> order(Facet facet, String find, int level, GridQuery query) {
    Comparator<Count> byValue = Comparator.comparing(Count::value);
    if (facet.years()) {
      return byValue.reversed();
    }
    if (facet == Facet.REGION && !find.isEmpty() && level == 0) {
      return byValue;
    }
    return Comparator.comparing((Count count) -> !query.chosen(facet).contains(count.value()))
        .thenComparing(Comparator.comparingLong(Count::count).reversed());
  }

  /** The NUTS level of a region's code. */
  private static int level(String code) {
    return code.length() - COUNTRY;
  }

  /** Whether these are regions, which have levels. */
  public boolean regions() {
    return facet == Facet.REGION;
  }

  /** How far a value stands in from the edge: a region by its level where those around it stand. */
  public int depth(Count count) {
    return regions() && !find.isEmpty() && level == 0 ? Math.clamp(level(count.value()), 1, 3) : 1;
  }

  /** The first page of the regions of a level. */
  public String of(int other) {
    return more(other, 1);
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
    return more(level, number);
  }

  private String more(int wanted, int number) {
    String finding =
        find.isEmpty() ? "" : "&find=" + URLEncoder.encode(find, StandardCharsets.UTF_8);
    String levels = wanted == 0 ? "" : "&level=" + wanted;
    return address(facet, organisations, query.at(number)) + finding + levels;
  }

  /** Where the regions within another one are. */
  static String within(String region, boolean organisations, GridQuery query) {
    return address(Facet.REGION, organisations, query)
        + "&find="
        + URLEncoder.encode(region, StandardCharsets.UTF_8);
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
