package eu.metacluster.screening.queue;

import eu.metacluster.grid.Codebook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the queue somebody looks at. It travels in addresses; what is empty or unknown
 * narrows nothing.
 *
 * @param values chosen values by filter name, in the order of {@link #NAMES}; never blank
 */
public record QueueFilter(Map<String, String> values) {

  /** Every filter, as named in addresses. */
  public static final List<String> NAMES =
      List.of("q", "scope", "pillar", "technology", "cancer", "year", "source", "kind", "show");

  /**
   * What {@code show} may be: not voted on by me, assigned to me, waiting for a second vote,
   * overdue, put off by me, public and due for re-validation, returned and waiting for an answer.
   */
  public static final List<String> SHOWS =
      List.of(
          "mine", "assigned", "second", "overdue", "handed", "skipped", "revalidate", "returned");

  private static final int LONGEST = 200;

  /** No filter at all. */
  public static final QueueFilter NONE = new QueueFilter(Map.of());

  /** The filter that an address carries; what it does not know is left out. */
  public static QueueFilter of(Map<String, String> parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : NAMES) {
      String value = parameters.getOrDefault(name, "").strip();
      if (!value.isEmpty() && value.length() <= LONGEST && allowed(name, value)) {
        values.put(name, value);
      }
    }
    return new QueueFilter(values);
  }

  private static boolean allowed(String name, String value) {
    return switch (name) {
      case "scope" -> List.of("core", "borderline", "out").contains(value);
      case "pillar" -> Codebook.PILLARS.contains(value);
      case "technology" -> Codebook.TECHNOLOGIES.contains(value);
      case "cancer" -> Codebook.CANCERS.contains(value);
      case "year" -> value.matches("[12]\\d{3}");
      case "show" -> SHOWS.contains(value);
      default -> value.indexOf('\0') < 0;
    };
  }

  /** The chosen value of a filter; null when it narrows nothing. */
  public @Nullable String get(String name) {
    return values.get(name);
  }

  /** Whether the value is the chosen one. */
  public boolean is(String name, String value) {
    return value.equals(values.get(name));
  }

  /** The same with another value of one filter; null takes the filter away. */
  public QueueFilter with(String name, @Nullable String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return of(changed);
  }

  /** The query of an address, with its question mark; empty when nothing narrows. */
  public String query() {
    StringBuilder query = new StringBuilder();
    values.forEach(
        (name, value) ->
            query
                .append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return query.toString();
  }

  /** The address of the queue seen like this. */
  public String address() {
    return "/queue" + query();
  }

  /** The conditions on {@code screening.case c}, with named parameters of {@link #values}. */
  String where() {
    StringBuilder where =
        new StringBuilder(
            is("show", "returned")
                ? "c.state = 'decided' and c.outcome = 'return'"
                : "c.state = 'open'");
    for (String name : values.keySet()) {
      where.append(" and ").append(condition(name));
    }
    return where.toString();
  }

  private String condition(String name) {
    return switch (name) {
      case "q" -> "position(:q in c.words) > 0";
      case "scope" -> "c.scope = :scope";
      case "pillar" -> ":pillar = any(c.pillars)";
      case "technology" -> ":technology = any(c.technologies)";
      case "cancer" -> ":cancer = any(c.cancers)";
      case "year" -> "c.year = cast(:year as int)";
      case "source" -> ":source = any(c.sources)";
      case "kind" -> "c.kind = :kind";
      default ->
          switch (values.getOrDefault("show", "")) {
            case "second" ->
                "exists (select 1 from screening.vote v where v.case_id = c.id"
                    + " and v.round = c.round and v.withdrawn_at is null)";
            case "mine" -> NOT_VOTED;
            case "revalidate" -> "c.purpose = 'revalidate'";
            case "returned" -> "true";
            case "assigned" ->
                "exists (select 1 from screening.assignment a where a.case_id = c.id"
                    + " and a.reviewer = :me)";
            case "skipped" -> SKIPPED;
            case "handed" -> "c.lead in (select record from screening.receipt)";
            default ->
                "c.due_on < current_date and not exists (select 1 from screening.pause p"
                    + " where p.case_id = c.id and p.until is null)";
          };
    };
  }

  /** Put off by this person in its running round. */
  static final String SKIPPED =
      "exists (select 1 from screening.skip s where s.case_id = c.id and s.round = c.round"
          + " and s.reviewer = :me)";

  /** Taken on by somebody else. */
  static final String OTHERS =
      "exists (select 1 from screening.assignment a where a.case_id = c.id and a.reviewer <> :me)";

  static final String NOT_VOTED =
      "not exists (select 1 from screening.vote v where v.case_id = c.id and v.round = c.round"
          + " and v.withdrawn_at is null and v.reviewer = :me)";

  /** The values as the conditions take them. */
  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>(values);
    parameters.remove("show");
    parameters.computeIfPresent("q", (name, q) -> q.toString().toLowerCase(Locale.ROOT));
    return parameters;
  }
}
