package eu.metacluster.discovery.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * What a list or a map is asked for. It is read leniently from an address, where nothing is refused
 * and unknown parts are ignored, and written back as an address that stays the same for the same
 * question.
 *
 * @param words what was typed
 * @param filters chosen values by facet; within a facet any of them, between facets all
 * @param page from 1
 */
public record GridQuery(String words, Map<Facet, Set<String>> filters, Sorting sorting, int page) {

  private static final int LONGEST_WORDS = 1_000;
  private static final int LONGEST_VALUE = 200;
  private static final int MOST_VALUES = 500;

  /** So long may the values of a facet be together. */
  private static final int MOST_LETTERS = 24_000;

  /** So much longer is a letter outside ASCII in an address, about. */
  private static final int OF_ANOTHER_SCRIPT = 6;

  /**
   * So long may words and values be for a page on which each of some hundred links carries them.
   */
  private static final int LETTERS_IN_LINKS = 400;

  /** Everything, in the usual order. */
  public static final GridQuery EVERYTHING = new GridQuery("", Map.of(), Sorting.usual(false), 1);

  /** Reads the query of an address. */
  public static GridQuery of(MultiValueMap<String, String> parameters) {
    String words = clean(first(parameters, "q"), LONGEST_WORDS);
    Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Set<String> values =
          narrowest(facet, values(parameters.getOrDefault(facet.word(), List.of())));
      if (!values.isEmpty()) {
        filters.put(facet, values);
      }
    }
    Sorting sorting = Sorting.of(first(parameters, "sort"), !words.isEmpty());
    return new GridQuery(words, filters, sorting, page(first(parameters, "page")));
  }

  /** How many of the values that an address states a question does not take, being too many. */
  public static long leftOut(MultiValueMap<String, String> parameters) {
    return Arrays.stream(Facet.values())
        .map(facet -> parameters.getOrDefault(facet.word(), List.of()))
        .mapToLong(stated -> distinct(stated) - values(stated).size())
        .sum();
  }

  private static long distinct(List<String> stated) {
    return stated.stream()
        .map(value -> clean(value, LONGEST_VALUE))
        .filter(value -> !value.isEmpty())
        .distinct()
        .count();
  }

  private static Set<String> values(List<String> stated) {
    Set<String> values = new TreeSet<>();
    int letters = 0;
    for (String value : stated) {
      String plain = clean(value, LONGEST_VALUE);
      letters += plain.length();
      if (!plain.isEmpty() && values.size() < MOST_VALUES && letters <= MOST_LETTERS) {
        values.add(plain);
      }
    }
    return values;
  }

  /** Without what lies around another one of them: who chooses a part means the part. */
  private static Set<String> narrowest(Facet facet, Set<String> values) {
    return facet == Facet.REGION
        ? values.stream()
            .filter(value -> values.stream().noneMatch(other -> facet.within(other, value)))
            .collect(Collectors.toCollection(TreeSet::new))
        : values;
  }

  private static String first(MultiValueMap<String, String> parameters, String name) {
    String value = parameters.getFirst(name);
    return value == null ? "" : value;
  }

  private static String clean(String text, int longest) {
    String plain = text.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
    return plain.length() > longest ? plain.substring(0, longest) : plain;
  }

  private static int page(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      return 1;
    }
    return (int) Math.clamp(Long.parseLong(text), 1, 1_000_000);
  }

  /** The chosen values of one facet. */
  public Set<String> chosen(Facet facet) {
    return filters.getOrDefault(facet, Set.of());
  }

  /**
   * Whether so much is said or chosen that a page says it once, in a form with buttons, and not
   * anew in each of its links.
   */
  public boolean lengthy() {
    int letters = encodedLength(words);
    for (Map.Entry<Facet, Set<String>> filter : filters.entrySet()) {
      for (String value : filter.getValue()) {
        letters += filter.getKey().word().length() + value.length() + 2;
        if (letters > LETTERS_IN_LINKS) {
          return true;
        }
      }
    }
    return letters > LETTERS_IN_LINKS;
  }

  /** About so long is a text in an address. */
  private static int encodedLength(String text) {
    return text.length() + OF_ANOTHER_SCRIPT * (int) text.chars().filter(c -> c > 127).count();
  }

  /** Whether nothing narrows the list. */
  public boolean open() {
    return words.isEmpty() && filters.isEmpty();
  }

  /**
   * The same question with this value as well, in the place of what lies around it or within it;
   * from the first page.
   */
  public GridQuery with(Facet facet, String value) {
    Map<Facet, Set<String>> changed = copy();
    Set<String> values = changed.computeIfAbsent(facet, f -> new TreeSet<>());
    values.removeIf(other -> facet.within(value, other) || facet.within(other, value));
    values.add(value);
    return new GridQuery(words, changed, sorting, 1);
  }

  /** The same question with this facet at this one value, from the first page. */
  public GridQuery only(Facet facet, String value) {
    return without(facet).with(facet, value);
  }

  /** The same question without this value, from the first page. */
  public GridQuery without(Facet facet, String value) {
    Map<Facet, Set<String>> changed = copy();
    changed.computeIfPresent(
        facet,
        (f, values) -> {
          values.remove(value);
          return values.isEmpty() ? null : values;
        });
    return new GridQuery(words, changed, sorting, 1);
  }

  /** The same question without this facet, from the first page. */
  public GridQuery without(Facet facet) {
    Map<Facet, Set<String>> changed = copy();
    changed.remove(facet);
    return new GridQuery(words, changed, sorting, 1);
  }

  /** The same filters with other words, from the first page. */
  public GridQuery saying(String other) {
    return new GridQuery(other, filters, sorting, 1);
  }

  /** The same filters without the words. */
  public GridQuery withoutWords() {
    Sorting kept = sorting == Sorting.RELEVANCE ? Sorting.usual(false) : sorting;
    return new GridQuery("", filters, kept, 1);
  }

  /** The same words without filters. */
  public GridQuery withoutFilters() {
    return new GridQuery(words, Map.of(), sorting, 1);
  }

  /** The same question at another page. */
  public GridQuery at(int number) {
    return new GridQuery(words, filters, sorting, number);
  }

  /** The same question in another order, from the first page. */
  public GridQuery by(Sorting other) {
    return new GridQuery(words, filters, other, 1);
  }

  private Map<Facet, Set<String>> copy() {
    Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
    filters.forEach((facet, values) -> copy.put(facet, new TreeSet<>(values)));
    return copy;
  }

  /** The address of this question on a page, such as {@code /grid?q=…&kind=project&page=2}. */
  public String address(String path) {
    List<String> parts = new ArrayList<>();
    if (!words.isEmpty()) {
      parts.add("q=" + encode(words));
    }
    filters.forEach(
        (facet, values) -> values.forEach(value -> parts.add(facet.word() + "=" + encode(value))));
    if (sorting != Sorting.usual(!words.isEmpty())) {
      parts.add("sort=" + sorting.word());
    }
    if (page > 1) {
      parts.add("page=" + page);
    }
    return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
