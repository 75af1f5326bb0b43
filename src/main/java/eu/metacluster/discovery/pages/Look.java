package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.search.Column;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * How a list is looked at, whatever is asked for. The address says it when it is not the usual.
 *
 * @param columns of the table, in their order; the title is always there
 */
public record Look(View view, Set<Column> columns) {

  /** How records are laid out. */
  public enum View {
    LIST,
    CARDS,
    TABLE;

    /** The word in addresses and message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int MOST_WORDS = 60;

  private static final Set<Column> USUAL =
      EnumSet.of(
          Column.ACRONYM,
          Column.LEAD,
          Column.COUNTRIES,
          Column.START,
          Column.END,
          Column.CONTRIBUTION);

  private static final Set<Column> OF_ORGANISATIONS =
      EnumSet.of(Column.COUNTRY, Column.CITY, Column.TYPE, Column.PARTNERS, Column.PIC);

  static Look of(MultiValueMap<String, String> parameters, boolean organisations) {
    String view = parameters.getFirst("view");
    Set<Column> columns =
        parameters.getOrDefault("cols", List.of()).stream()
            .flatMap(words -> Arrays.stream(words.split(",", MOST_WORDS)))
            .flatMap(word -> Column.ofWord(word).stream())
            .filter(column -> column != Column.TITLE)
            .limit(MOST_WORDS)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
    return new Look(
        Arrays.stream(View.values())
            .filter(each -> each.word().equals(view))
            .findFirst()
            .orElse(View.LIST),
        columns.isEmpty() ? (organisations ? OF_ORGANISATIONS : USUAL) : columns);
  }

  /** The columns that can be chosen. */
  public static List<Column> choices() {
    return Arrays.stream(Column.values()).filter(column -> column != Column.TITLE).toList();
  }

  /** The parts of the address that say it; the usual look says nothing. */
  Map<String, String> kept() {
    Map<String, String> kept = new LinkedHashMap<>();
    if (view != View.LIST) {
      kept.put("view", view.word());
    }
    if (!columns.equals(USUAL) && !columns.equals(OF_ORGANISATIONS)) {
      kept.put(
          "cols",
          columns.stream()
              .map(column -> column.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(",")));
    }
    return kept;
  }
}
